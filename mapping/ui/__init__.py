"""The screens' parts: the only modules, beside `app.py` and `pages/`, that import streamlit."""
