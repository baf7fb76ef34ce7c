#pragma once
#include "ui/kit/field_editor.h"

class QLabel;

namespace vox::kit {

class TextBlock;

// One field in a form: label, editor, help, problem. Private to FieldForm.
class FieldRow : public QWidget {
    Q_OBJECT
public:
    FieldRow(const FieldInfo &field, const FormContext &context, QWidget *parent);
    const FieldInfo &field() const { return m_field; }
    FieldEditor *editor() const { return m_editor; }
    // Sentences to show; the editor's own complaint comes first.
    void setProblem(const QString &sentence, Problem::Severity severity);
    bool hasProblem() const;
    void retranslate();

protected:
    void changeEvent(QEvent *event) override;

private:
    void show();
    FieldInfo m_field;
    QLabel *m_label;
    FieldEditor *m_editor;
    TextBlock *m_help;
    QWidget *m_problemRow;
    QLabel *m_problemIcon;
    TextBlock *m_problem;
    QString m_own;
    QString m_told;
    Problem::Severity m_severity = Problem::Severity::Error;
};

} // namespace vox::kit
