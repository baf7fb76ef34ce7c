#pragma once
#include "models/base/field.h"
#include "models/base/json_codec.h"
#include <tuple>

// The list of fields of a kind, declared once. From it come the JSON codec, validation, JSON Schema, forms, table
// columns, diff labels and merge. A kind is a plain struct with
//
//     template <> struct Fields<Deal> {
//         static constexpr auto all = std::tuple{
//             field("title", &Deal::title, QT_TRANSLATE_NOOP("Deal", "Title")).asRequired().upTo(200),
//             ...
//         };
//         static constexpr const char *context = "Deal"; // translation context of the labels
//     };
namespace vox {

template <typename Kind, typename T> struct Field {
    const char *key;
    T Kind::*member;
    const char *label;
    const char *helpText = "";
    const char *groupLabel = "";
    const char *unitText = "";
    const char *refersTo = "";
    const char *typeOfExpression = "";
    const char *source = "";
    bool required = false;
    bool longText = false;
    bool isExpression = false;
    bool isSecret = false;
    bool isOrdered = false;
    bool isAdvanced = false;
    qint64 limit = 20000;
    double low = -9.0e15;
    double high = 9.0e15;

    constexpr Field asRequired() const { auto f = *this; f.required = true; return f; }
    constexpr Field upTo(qint64 length) const { auto f = *this; f.limit = length; return f; }
    constexpr Field between(double least, double most) const { auto f = *this; f.low = least; f.high = most; return f; }
    constexpr Field help(const char *text) const { auto f = *this; f.helpText = text; return f; }
    constexpr Field in(const char *group) const { auto f = *this; f.groupLabel = group; return f; }
    constexpr Field unit(const char *text) const { auto f = *this; f.unitText = text; return f; }
    constexpr Field multiline() const { auto f = *this; f.longText = true; return f; }
    constexpr Field ordered() const { auto f = *this; f.isOrdered = true; return f; }
    constexpr Field advanced() const { auto f = *this; f.isAdvanced = true; return f; }
    // A text field that holds an id of a document of this kind.
    constexpr Field refers(const char *kind) const { auto f = *this; f.refersTo = kind; return f; }
    // A text field that holds an expression; `type` as in the expression checker, "" for any.
    constexpr Field expression(const char *type = "") const
    {
        auto f = *this;
        f.isExpression = true;
        f.typeOfExpression = type;
        return f;
    }
    // A text field that holds the name of a secret.
    constexpr Field secret() const { auto f = *this; f.isSecret = true; return f; }
    // Where a form finds suggestions: "languages", "voices", "variables", "intents", "secrets".
    constexpr Field suggestedBy(const char *options) const { auto f = *this; f.source = options; return f; }
};

template <typename Kind, typename T> constexpr Field<Kind, T> field(const char *key, T Kind::*member, const char *label)
{
    return Field<Kind, T>{key, member, label};
}

// The fields of Kind as data, in declared order, with the defaults of a default-made Kind. Made once per kind.
template <typename Kind> const FieldList &fieldsOf()
{
    static const FieldList list = [] {
        FieldList out;
        const Kind blank{};
        std::apply(
            [&](const auto &...f) {
                ((out.append([&] {
                     FieldInfo info;
                     info.key = QString::fromLatin1(f.key);
                     info.context = Fields<Kind>::context;
                     info.label = f.label;
                     info.help = f.helpText;
                     info.group = f.groupLabel;
                     info.unit = f.unitText;
                     info.required = f.required;
                     info.multiline = f.longText;
                     info.ordered = f.isOrdered;
                     info.advanced = f.isAdvanced;
                     info.maxLength = f.limit;
                     info.minimum = f.low;
                     info.maximum = f.high;
                     info.refers = QString::fromLatin1(f.refersTo);
                     info.expressionType = QString::fromLatin1(f.typeOfExpression);
                     info.optionSource = QString::fromLatin1(f.source);
                     using T = std::remove_cvref_t<decltype(blank.*(f.member))>;
                     JsonCodec<T>::describe(info);
                     if (f.longText && info.type == FieldType::Text) info.type = FieldType::LongText;
                     if (f.isExpression) info.type = FieldType::Expression;
                     if (f.isSecret) info.type = FieldType::Secret;
                     if (*f.refersTo) info.type = FieldType::Reference;
                     info.defaultValue = JsonCodec<T>::write(blank.*(f.member));
                     return info;
                 }())),
                 ...);
            },
            Fields<Kind>::all);
        return out;
    }();
    return list;
}

// Every field, defaults too, in declared order. An absent optional writes nothing.
template <typename Kind>
QJsonObject toJson(const Kind &value)
    requires requires { Fields<Kind>::all; }
{
    QJsonObject out;
    std::apply(
        [&](const auto &...f) {
            (
                [&] {
                    using T = std::remove_cvref_t<decltype(value.*(f.member))>;
                    const QJsonValue json = JsonCodec<T>::write(value.*(f.member));
                    if (!json.isUndefined()) out.insert(QLatin1String(f.key), json);
                }(),
                ...);
        },
        Fields<Kind>::all);
    return out;
}

// Lenient: a missing or wrongly typed field keeps its default, an unknown one is skipped. Run checkFields() first
// wherever somebody must be told.
template <typename Kind>
Kind fromJson(const QJsonObject &object)
    requires requires { Fields<Kind>::all; }
{
    Kind value{};
    std::apply(
        [&](const auto &...f) {
            (
                [&] {
                    const auto it = object.find(QLatin1String(f.key));
                    if (it != object.end()) {
                        using T = std::remove_cvref_t<decltype(value.*(f.member))>;
                        JsonCodec<T>::read(*it, value.*(f.member));
                    }
                }(),
                ...);
        },
        Fields<Kind>::all);
    return value;
}

} // namespace vox
