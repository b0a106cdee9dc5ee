"""Several groups' maps side by side: what coincides, where they differ, and what is worth talking about."""
