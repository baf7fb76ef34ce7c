#include "models/dialogue/expressions/operators.h"
#include <cmath>
#include <limits>

namespace vox {

using namespace Qt::StringLiterals;

namespace {

using Op = Ast::Operator;

Outcome noOverload(const Value &a, const Value &b)
{
    return Outcome::failed(u"no_overload"_s, typeName(a.type()) + u", "_s + typeName(b.type()));
}
Outcome overflow() { return Outcome::failed(u"overflow"_s); }

Outcome integers(Op op, qint64 a, qint64 b)
{
    qint64 out = 0;
    switch (op) {
    case Op::Add: return qAddOverflow(a, b, &out) ? overflow() : Outcome(Value(out));
    case Op::Subtract: return qSubOverflow(a, b, &out) ? overflow() : Outcome(Value(out));
    case Op::Multiply: return qMulOverflow(a, b, &out) ? overflow() : Outcome(Value(out));
    default: break;
    }
    if (b == 0) return Outcome::failed(u"division_by_zero"_s);
    if (a == std::numeric_limits<qint64>::min() && b == -1) return op == Op::Modulo ? Outcome(Value(qint64(0))) : overflow();
    return Value(op == Op::Divide ? a / b : a % b);
}

Outcome numbers(Op op, const Value &a, const Value &b)
{
    if (a.type() == Type::Int && b.type() == Type::Int) return integers(op, a.toInt(), b.toInt());
    const double x = a.toDouble(), y = b.toDouble();
    switch (op) {
    case Op::Add: return Value(x + y);
    case Op::Subtract: return Value(x - y);
    case Op::Multiply: return Value(x * y);
    case Op::Divide: return Value(x / y);
    default: return noOverload(a, b);
    }
}

template <typename T> Outcome moment(bool overflowed, qint64 us)
{
    const T value{us};
    return overflowed || !inRange(value) ? overflow() : Outcome(Value(value));
}

Outcome times(Op op, const Value &a, const Value &b)
{
    const bool plus = op == Op::Add;
    const auto us = [](const Value &v) { return v.type() == Type::Timestamp ? v.toTimestamp().us : v.toDuration().us; };
    const bool at = a.type() == Type::Timestamp, bt = b.type() == Type::Timestamp;
    if (bt && plus == at) return noOverload(a, b); // time + time, duration - time
    qint64 out = 0;
    const bool overflowed = plus ? qAddOverflow(us(a), us(b), &out) : qSubOverflow(us(a), us(b), &out);
    if (at != bt) return moment<Timestamp>(overflowed, out);
    return moment<Duration>(overflowed, out);
}

bool isTime(const Value &v) { return v.type() == Type::Timestamp || v.type() == Type::Duration; }

Outcome sum(Op op, const Value &a, const Value &b)
{
    if (isTime(a) && isTime(b)) return times(op, a, b);
    if (op != Op::Add || a.type() != b.type()) return noOverload(a, b);
    if (a.type() == Type::String) {
        if (a.toString().size() + b.toString().size() > maxTextLength) return Outcome::failed(u"too_large"_s);
        return Value(QString(a.toString() + b.toString()));
    }
    if (a.type() == Type::List) {
        if (a.toList().size() + b.toList().size() > maxListLength) return Outcome::failed(u"too_large"_s);
        return Value(Value::List(a.toList() + b.toList()));
    }
    return noOverload(a, b);
}

Outcome ordered(Op op, const Value &a, const Value &b)
{
    const auto order = compareValues(a, b);
    if (!order) {
        if (a.isNumber() && b.isNumber()) return Value(false); // NaN
        return noOverload(a, b);
    }
    switch (op) {
    case Op::Less: return Value(*order < 0);
    case Op::LessEqual: return Value(*order <= 0);
    case Op::Greater: return Value(*order > 0);
    default: return Value(*order >= 0);
    }
}

Outcome contained(const Value &item, const Value &in)
{
    if (in.type() == Type::List) return Value(in.toList().contains(item));
    if (in.type() == Type::Map) return Value(in.toMap().contains(item));
    return noOverload(item, in);
}

} // namespace

Outcome applied(Op op, const Value &a, const Value &b)
{
    switch (op) {
    case Op::Equal: return Value(a == b);
    case Op::NotEqual: return Value(!(a == b));
    case Op::In: return contained(a, b);
    case Op::Less:
    case Op::LessEqual:
    case Op::Greater:
    case Op::GreaterEqual: return ordered(op, a, b);
    default: break;
    }
    if (a.isNumber() && b.isNumber()) return numbers(op, a, b);
    if (op == Op::Add || op == Op::Subtract) return sum(op, a, b);
    return noOverload(a, b);
}

Outcome negate(const Value &value)
{
    if (value.type() == Type::Double) return Value(-value.toDouble());
    if (value.type() != Type::Int) return Outcome::failed(u"no_overload"_s, typeName(value.type()));
    if (value.toInt() == std::numeric_limits<qint64>::min()) return overflow();
    return Value(-value.toInt());
}

Outcome indexed(const Value &container, const Value &key)
{
    if (container.type() == Type::Map) {
        const auto it = container.toMap().find(key);
        if (it == container.toMap().end()) return Outcome::failed(u"no_such_key"_s, key.toJson().toVariant().toString());
        return it->second;
    }
    if (container.type() != Type::List || !key.isNumber()) return noOverload(container, key);
    const double real = key.toDouble();
    if (real != std::floor(real) || real < 0 || real >= double(container.toList().size())) return Outcome::failed(u"index_out_of_range"_s);
    return container.toList()[qsizetype(real)];
}

} // namespace vox
