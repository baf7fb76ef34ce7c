#include "app/wording/wording.h"
#include "app/wording/error_texts.h"
#include "app/wording/expression_reasons.h"
#include <QCoreApplication>
#include <QTranslator>
#include <memory>

namespace vox::wording {

namespace {

// Null for English, which the sources are in. Loaded once, then only read.
const QTranslator *russian()
{
    static const std::unique_ptr<QTranslator> words = [] {
        auto out = std::make_unique<QTranslator>();
        if (!out->load(QStringLiteral(":/i18n/voxdesk_ru.qm"))) out.reset();
        return out;
    }();
    return words.get();
}

QString inLanguage(const char *text, const QString &language)
{
    const QTranslator *words = language == u"ru" ? russian() : nullptr;
    const QString found = words ? words->translate("Error", text) : QString();
    return found.isEmpty() ? QString::fromUtf8(text) : found;
}

QString filled(const QString &out, const QStringList &args)
{
    // One pass, so that an argument that contains "%2" stays as it is.
    QString result;
    for (qsizetype i = 0; i < out.size(); ++i) {
        const bool place = out[i] == u'%' && i + 1 < out.size() && out[i + 1] >= u'1' && out[i + 1] <= u'9';
        if (!place) {
            result += out[i];
            continue;
        }
        result += args.value(out[++i].unicode() - u'1', QStringLiteral("?"));
    }
    return result;
}

} // namespace

QString whatHappened(const Error &error)
{
    const ErrorText *text = errorText(error);
    QStringList args = error.args;
    const bool expression = error.code == Error::Code::ExpressionInvalid || error.code == Error::Code::ExpressionFailed;
    if (expression && args.size() > 1) args[1] = expressionReason(args[1], args.value(3));
    return text ? filled(QCoreApplication::translate("Error", text->happened), args) : error.codeName();
}

QString whatNext(const Error &error)
{
    const ErrorText *text = errorText(error);
    return text ? filled(QCoreApplication::translate("Error", text->next), error.args) : QString();
}

QString whatHappened(const Error &error, const QString &language)
{
    const ErrorText *text = errorText(error);
    return text ? filled(inLanguage(text->happened, language), error.args) : error.codeName();
}

QString whatNext(const Error &error, const QString &language)
{
    const ErrorText *text = errorText(error);
    return text ? filled(inLanguage(text->next, language), error.args) : QString();
}

QString sentence(const Error &error)
{
    return whatHappened(error) + u' ' + whatNext(error);
}

QString translated(const char *context, const char *text)
{
    return *text ? QCoreApplication::translate(context, text) : QString();
}

QString label(const FieldInfo &field) { return translated(field.context, field.label); }

QString optionLabel(const FieldInfo &field, const QString &option)
{
    const qsizetype at = field.options.indexOf(option);
    return at >= 0 && at < field.optionLabels.size() ? translated(field.context, field.optionLabels[at]) : option;
}

} // namespace vox::wording
