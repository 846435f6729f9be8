//! What the module exports: a buffer for a request, and one for its answer.
//!
//! The page asks for a buffer of a length, writes the request into it, has it answered, and reads the answer where
//! it stands, before it asks again:
//!
//! ```text
//! request(length) → where    answer() → where    answered() → length
//! ```

use std::cell::RefCell;

thread_local! {
    static REQUEST: RefCell<Vec<u8>> = const { RefCell::new(Vec::new()) };
    static ANSWER: RefCell<Vec<u8>> = const { RefCell::new(Vec::new()) };
}

/// Makes room for a request of so many bytes, and says where.
#[expect(unsafe_code, reason = "the name of an export is taken on trust")]
#[unsafe(no_mangle)]
pub extern "C" fn request(length: usize) -> *const u8 {
    REQUEST.with_borrow_mut(|request| {
        request.clear();
        request.resize(length, 0);
        request.as_ptr()
    })
}

/// Answers the request that was written, and says where the answer stands.
#[expect(unsafe_code, reason = "the name of an export is taken on trust")]
#[unsafe(no_mangle)]
pub extern "C" fn answer() -> *const u8 {
    let request = REQUEST.take();
    let answer = crate::answer(&String::from_utf8_lossy(&request)).into_bytes();
    ANSWER.with_borrow_mut(|last| {
        *last = answer;
        last.as_ptr()
    })
}

/// How many bytes the last answer has.
#[expect(unsafe_code, reason = "the name of an export is taken on trust")]
#[unsafe(no_mangle)]
pub extern "C" fn answered() -> usize {
    ANSWER.with_borrow(Vec::len)
}
