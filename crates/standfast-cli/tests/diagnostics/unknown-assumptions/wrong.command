disagree case.toml hawk case --draws 8
