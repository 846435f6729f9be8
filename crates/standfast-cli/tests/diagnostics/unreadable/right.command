check case.toml
