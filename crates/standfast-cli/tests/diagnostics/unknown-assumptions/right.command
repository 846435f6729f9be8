disagree case.toml hawks case --draws 8
