check nowhere/case.toml
