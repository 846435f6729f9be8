check wrong/case.toml
