#pragma once
#include "models/base/error.h"
#include <optional>
#include <utility>
#include <variant>

namespace vox {

// A value, or the Error that somebody must be told. Test it before use; using the wrong side is a bug.
template <typename T> class [[nodiscard]] Result {
public:
    using Value = T;
    Result(T value) : m_state(std::in_place_index<0>, std::move(value)) {}
    Result(Error error) : m_state(std::in_place_index<1>, std::move(error)) {}

    bool hasValue() const { return m_state.index() == 0; }
    explicit operator bool() const { return hasValue(); }
    T &operator*() & { Q_ASSERT(hasValue()); return *std::get_if<0>(&m_state); }
    const T &operator*() const & { Q_ASSERT(hasValue()); return *std::get_if<0>(&m_state); }
    // By value, so that `for (auto &x : *answer())` does not outlive what it walks.
    T operator*() && { Q_ASSERT(hasValue()); return std::move(*std::get_if<0>(&m_state)); }
    T *operator->() { return &**this; }
    const T *operator->() const { return &**this; }
    const Error &error() const { Q_ASSERT(!hasValue()); return *std::get_if<1>(&m_state); }
    T valueOr(T other) const { return hasValue() ? **this : std::move(other); }

private:
    std::variant<T, Error> m_state;
};

template <> class [[nodiscard]] Result<void> {
public:
    Result() = default;
    Result(Error error) : m_error(std::move(error)) {}

    bool hasValue() const { return !m_error; }
    explicit operator bool() const { return hasValue(); }
    const Error &error() const { Q_ASSERT(m_error); return *m_error; }

private:
    std::optional<Error> m_error;
};

} // namespace vox
