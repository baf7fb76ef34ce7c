#pragma once
#include "models/base/field.h"
#include "models/base/problem.h"
#include <QWidget>
#include <functional>
#include <utility>

namespace vox::kit {

// What a form asks of its screen. Every callback may be empty; all are called on the main thread.
struct FormContext {
    QStringList languages;                                                      // BCP 47 tags, the first is the default
    std::function<QStringList(const QString &optionSource)> suggestions;        // "voices", "variables", …; "voices:ru" for one language
    std::function<QList<std::pair<QString, QString>>(const QString &kind)> references; // id and name of documents of a kind
    std::function<QString(const QString &expression, const QString &type)> check; // sentence about a mistake, or empty
    std::function<QString(const Error &)> sentence;                             // words for a problem
};

// Edits the value of one field. value() is Undefined while the field is empty and may be; edited() tells a JSON pointer
// below the field ("" is the field itself, whose parent always exists) and the new value, Undefined to remove it.
class FieldEditor : public QWidget {
    Q_OBJECT
public:
    using QWidget::QWidget;
    // Keeps focus and caret; does nothing when the value is the one shown. Never emits edited().
    virtual void setValue(const QJsonValue &value) = 0;
    // The sub-widget that stands for the field: gets its accessible name and the focus.
    virtual QWidget *main() = 0;
    // Problems below this field, paths relative to it. True when the editor shows them itself at their place.
    virtual bool showProblems(const Problems &) { return false; }
    // The label stands beside the editor instead of above (switches).
    virtual bool besideLabel() const { return false; }
    virtual void retranslate() {}

signals:
    void edited(const QString &pointer, const QJsonValue &value);
    // The editor's own finding while typing: not a number, broken JSON, an expression's mistake. Empty: fine.
    void complained(const QString &sentence);
};

// The editor for the field's type. Never null.
FieldEditor *makeEditor(const FieldInfo &field, const FormContext &context, QWidget *parent);
// Text of a QT_TRANSLATE_NOOP literal in the field's context, in the language of the moment.
QString fieldText(const FieldInfo &field, const char *source);

} // namespace vox::kit
