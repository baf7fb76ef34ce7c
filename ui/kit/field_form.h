#pragma once
#include "ui/kit/field_editor.h"
#include <QJsonObject>

class QCheckBox;
class QLabel;
class QToolButton;
class QVBoxLayout;

namespace vox::kit {

class FieldRow;

// A form made from a list of fields, editing one JSON object: a section per group, advanced fields folded away, a problem
// under its field. The owner applies edited() to its document and hands the object back; the form itself is already right.
class FieldForm : public QWidget {
    Q_OBJECT
public:
    explicit FieldForm(QWidget *parent = nullptr);

    // Set the context before the fields.
    void setContext(const FormContext &context);
    void setFields(const FieldList &fields);
    // From outside (opened, undone, merged). Keeps focus and caret; emits nothing.
    void setObject(const QJsonObject &object);
    const QJsonObject &object() const { return m_object; }
    // Problems with paths below `base` are shown under their fields; false when one had no place here.
    bool setProblems(const Problems &problems, const QString &base = {});
    // Leads to the field of a JSON pointer (relative to the object) and focuses it; false when there is none.
    bool focusField(const QString &pointer);
    void focusFirst();
    void setReadOnly(bool readOnly);

signals:
    // JSON pointer below the object and the new value; Undefined removes it. The pointer's parent exists in the object.
    void edited(const QString &pointer, const QJsonValue &value);

protected:
    void changeEvent(QEvent *event) override;

private:
    void apply(const QString &key, const QString &below, const QJsonValue &value);
    void retranslate();
    void showAdvanced(bool shown);

    FormContext m_context;
    FieldList m_fields;
    QJsonObject m_object;
    QVBoxLayout *m_column;
    QList<FieldRow *> m_rows;
    QList<std::pair<QLabel *, int>> m_heads; // section heads and the index of a field of theirs
    QToolButton *m_more = nullptr;
};

} // namespace vox::kit
