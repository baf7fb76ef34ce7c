#include "app/wording/expression_reasons.h"
#include <QCoreApplication>

namespace vox::wording {

namespace {

struct Row {
    const char *reason;
    const char *text;
};

constexpr Row rows[] = {
    {"unexpected", QT_TRANSLATE_NOOP("ExpressionReason", "%1 is not expected here")},
    {"unexpected_end", QT_TRANSLATE_NOOP("ExpressionReason", "it ends too early")},
    {"unknown_name", QT_TRANSLATE_NOOP("ExpressionReason", "there is no variable %1")},
    {"unknown_function", QT_TRANSLATE_NOOP("ExpressionReason", "there is no function %1")},
    {"no_overload", QT_TRANSLATE_NOOP("ExpressionReason", "these values do not go together (%1)")},
    {"type_mismatch", QT_TRANSLATE_NOOP("ExpressionReason", "the type does not fit (%1)")},
    {"no_fields", QT_TRANSLATE_NOOP("ExpressionReason", "a value of type %1 has no fields")},
    {"no_index", QT_TRANSLATE_NOOP("ExpressionReason", "a value of type %1 has no numbered parts")},
    {"no_such_key", QT_TRANSLATE_NOOP("ExpressionReason", "there is no field %1")},
    {"index_out_of_range", QT_TRANSLATE_NOOP("ExpressionReason", "the position lies outside")},
    {"overflow", QT_TRANSLATE_NOOP("ExpressionReason", "the number is too large")},
    {"division_by_zero", QT_TRANSLATE_NOOP("ExpressionReason", "division by zero")},
    {"bad_conversion", QT_TRANSLATE_NOOP("ExpressionReason", "%1 cannot be converted")},
    {"bad_number", QT_TRANSLATE_NOOP("ExpressionReason", "the number %1 cannot be read")},
    {"bad_escape", QT_TRANSLATE_NOOP("ExpressionReason", "unknown character after the backslash")},
    {"unterminated_string", QT_TRANSLATE_NOOP("ExpressionReason", "the closing quote is missing")},
    {"bytes_unsupported", QT_TRANSLATE_NOOP("ExpressionReason", "byte strings are not supported")},
    {"unsigned_unsupported", QT_TRANSLATE_NOOP("ExpressionReason", "unsigned numbers are not supported")},
    {"reserved_word", QT_TRANSLATE_NOOP("ExpressionReason", "%1 is a reserved word")},
    {"has_needs_field", QT_TRANSLATE_NOOP("ExpressionReason", "has() needs a field, as in has(order.code)")},
    {"bad_key", QT_TRANSLATE_NOOP("ExpressionReason", "a key must be a text or a whole number, not %1")},
    {"repeated_key", QT_TRANSLATE_NOOP("ExpressionReason", "a key stands twice")},
    {"too_deep", QT_TRANSLATE_NOOP("ExpressionReason", "it is nested too deeply")},
    {"too_long", QT_TRANSLATE_NOOP("ExpressionReason", "it is too long")},
    {"too_large", QT_TRANSLATE_NOOP("ExpressionReason", "the result is too large")},
    {"bad_pattern", QT_TRANSLATE_NOOP("ExpressionReason", "the pattern %1 is wrong")},
    {"pattern_too_costly", QT_TRANSLATE_NOOP("ExpressionReason", "the pattern %1 takes too long")},
    {"unknown_time_zone", QT_TRANSLATE_NOOP("ExpressionReason", "there is no time zone %1")},
    {"stray_brace", QT_TRANSLATE_NOOP("ExpressionReason", "a closing brace stands alone; write }} for a brace")},
    {"unclosed_brace", QT_TRANSLATE_NOOP("ExpressionReason", "the closing brace is missing")},
};

} // namespace

QString expressionReason(const QString &reason, const QString &subject)
{
    for (const Row &row : rows) {
        if (reason != QLatin1String(row.reason)) continue;
        return QCoreApplication::translate("ExpressionReason", row.text).replace(QStringLiteral("%1"), subject);
    }
    return reason;
}

} // namespace vox::wording
