#pragma once
#include "models/dialogue/expressions/value.h"
#include <span>

namespace vox {

// A value, or why there is none: `reason` is set then.
struct Outcome {
    Value value;
    QString reason;
    QString subject;
    Outcome(Value value) : value(std::move(value)) {}
    static Outcome failed(QString reason, QString subject = {})
    {
        Outcome out{Value()};
        out.reason = std::move(reason);
        out.subject = std::move(subject);
        return out;
    }
    bool ok() const { return reason.isEmpty(); }
};

// One overload of a function. A method's receiver is its first argument. Pure.
struct Function {
    const char *name;
    bool method;
    Type gives;
    std::initializer_list<Type> takes;
    Outcome (*call)(const Value *arguments);
};

std::span<const Function> functions();

// Longest text and list that an expression may make.
inline constexpr qsizetype maxTextLength = 1'000'000;
inline constexpr qsizetype maxListLength = 100'000;

} // namespace vox
