//! A scenario as it was written, before anything is known about it: values in tables and lists.

use std::fmt;

/// A value of a scenario document.
#[derive(Clone, Debug, PartialEq)]
pub enum Value {
    /// Text.
    String(String),
    /// A whole number.
    Integer(i64),
    /// A number with a fraction, or one of the special ones.
    Float(f64),
    /// True or false.
    Boolean(bool),
    /// A date or time, as written.
    Date(String),
    /// A list.
    Array(Vec<Value>),
    /// Keys and values in the order in which they were written.
    Table(Vec<(String, Value)>),
}

impl Value {
    /// What kind of value this is, as a word of the format.
    pub fn kind(&self) -> &'static str {
        match self {
            Value::String(_) => "string",
            Value::Integer(_) => "integer",
            Value::Float(_) => "float",
            Value::Boolean(_) => "boolean",
            Value::Date(_) => "date",
            Value::Array(_) => "array",
            Value::Table(_) => "table",
        }
    }

    /// The keys and values of a table; nothing else has any.
    pub fn entries(&self) -> &[(String, Value)] {
        match self {
            Value::Table(entries) => entries,
            _ => &[],
        }
    }

    /// The value under a key of a table.
    pub fn get(&self, key: &str) -> Option<&Value> {
        self.entries().iter().find(|(known, _)| known == key).map(|(_, value)| value)
    }
}

/// One step from a table or list to something in it.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Step {
    /// To the value under a key.
    Key(String),
    /// To an element of a list, from 0.
    Index(usize),
}

/// The way from the top of a document to a place in it, printed as `instruments.treaty.effects[3].on`.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct Path(pub Vec<Step>);

impl Path {
    /// The place of a key in the table at this path.
    #[must_use]
    pub fn key(&self, key: &str) -> Path {
        self.then(Step::Key(key.to_owned()))
    }

    /// The place of an element in the list at this path.
    #[must_use]
    pub fn index(&self, index: usize) -> Path {
        self.then(Step::Index(index))
    }

    fn then(&self, step: Step) -> Path {
        let mut steps = self.0.clone();
        steps.push(step);
        Path(steps)
    }
}

impl fmt::Display for Path {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (i, step) in self.0.iter().enumerate() {
            match step {
                Step::Key(key) if i == 0 => f.write_str(key)?,
                Step::Key(key) => write!(f, ".{key}")?,
                Step::Index(index) => write!(f, "[{index}]")?,
            }
        }
        Ok(())
    }
}
