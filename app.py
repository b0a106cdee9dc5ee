"""The server: `streamlit run app.py`."""

import streamlit as st

from mapping.ui import server

app = st.App("pages/frame.py", routes=server.routes(), middleware=server.middleware(), lifespan=server.lifespan)
