check right/case.toml
