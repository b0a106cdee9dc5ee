"""Sector Map: stakeholder maps of a security and justice sector, drawn together, analysed and compared.

The package is worth reading without Streamlit: `model` says what a map is, `changes` how it grows,
`graph` how it is measured, `analysis` what it answers, `compare` where groups differ.
"""
