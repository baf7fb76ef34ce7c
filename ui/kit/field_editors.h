#pragma once
#include "ui/kit/field_editor.h"
#include <QJsonArray>

class QCheckBox;
class QComboBox;
class QLineEdit;
class QPushButton;
class QTabBar;
class QVBoxLayout;

// The editors behind makeEditor(), one per shape of value. Private to the form.
namespace vox::kit {

class FieldForm;
class GrowingText;
class NumberField;

// One line of text, with suggestions; also names of secrets and, checked while typing, expressions.
class TextEditor final : public FieldEditor {
    Q_OBJECT
public:
    TextEditor(const FieldInfo &field, const FormContext &context, QWidget *parent);
    void setValue(const QJsonValue &value) override;
    QWidget *main() override;

private:
    void suggest();
    void check();
    FieldInfo m_field;
    const FormContext &m_context;
    QLineEdit *m_line;
};

class LongTextEditor final : public FieldEditor {
    Q_OBJECT
public:
    LongTextEditor(const FieldInfo &field, QWidget *parent);
    void setValue(const QJsonValue &value) override;
    QWidget *main() override;

private:
    FieldInfo m_field;
    GrowingText *m_text;
};

class NumberEditor final : public FieldEditor {
    Q_OBJECT
public:
    NumberEditor(const FieldInfo &field, QWidget *parent);
    void setValue(const QJsonValue &value) override;
    QWidget *main() override;
    void retranslate() override;

private:
    FieldInfo m_field;
    NumberField *m_number;
};

class BooleanEditor final : public FieldEditor {
    Q_OBJECT
public:
    explicit BooleanEditor(QWidget *parent);
    void setValue(const QJsonValue &value) override;
    QWidget *main() override;
    bool besideLabel() const override { return true; }

private:
    QCheckBox *m_box;
};

// One of the field's options, or a document by name. A value that is not offered (newer version, deleted document) stays.
class ChoiceEditor final : public FieldEditor {
    Q_OBJECT
public:
    ChoiceEditor(const FieldInfo &field, const FormContext &context, QWidget *parent);
    void setValue(const QJsonValue &value) override;
    QWidget *main() override;
    void retranslate() override;

private:
    void offer();
    FieldInfo m_field;
    const FormContext &m_context;
    QComboBox *m_box;
    QString m_value;
};

// Text, or one phrase a line, for each language behind tabs.
class LocalizedEditor final : public FieldEditor {
    Q_OBJECT
public:
    LocalizedEditor(const FieldInfo &field, const FormContext &context, QWidget *parent);
    void setValue(const QJsonValue &value) override;
    QWidget *main() override;

private:
    void offerLanguages();
    void show(int tab);
    void take();
    QString shownText(const QString &tag) const;
    QWidget *makeSuggestions();
    FieldInfo m_field;
    const FormContext &m_context;
    QTabBar *m_tabs;
    GrowingText *m_text;
    QJsonObject m_value;
};

// A list of strings, one a line.
class TextListEditor final : public FieldEditor {
    Q_OBJECT
public:
    TextListEditor(const FieldInfo &field, QWidget *parent);
    void setValue(const QJsonValue &value) override;
    QWidget *main() override;

private:
    GrowingText *m_text;
    QJsonArray m_value;
};

class MoneyEditor final : public FieldEditor {
    Q_OBJECT
public:
    MoneyEditor(const FieldInfo &field, QWidget *parent);
    void setValue(const QJsonValue &value) override;
    QWidget *main() override;

private:
    void take();
    FieldInfo m_field;
    QLineEdit *m_amount;
    QComboBox *m_currency;
};

// Any JSON; what does not parse is complained about and not told.
class JsonEditor final : public FieldEditor {
    Q_OBJECT
public:
    JsonEditor(const FieldInfo &field, QWidget *parent);
    void setValue(const QJsonValue &value) override;
    QWidget *main() override;

private:
    GrowingText *m_text;
    QJsonValue m_value;
};

class ObjectEditor final : public FieldEditor {
    Q_OBJECT
public:
    ObjectEditor(const FieldInfo &field, const FormContext &context, QWidget *parent);
    void setValue(const QJsonValue &value) override;
    QWidget *main() override;
    bool showProblems(const Problems &problems) override;

private:
    FieldForm *m_form;
    bool m_present = false;
};

// Objects under each other, each a small form; rows are added, removed and moved. A new row gets its id once.
class ObjectListEditor final : public FieldEditor {
    Q_OBJECT
public:
    ObjectListEditor(const FieldInfo &field, const FormContext &context, QWidget *parent);
    void setValue(const QJsonValue &value) override;
    QWidget *main() override;
    bool showProblems(const Problems &problems) override;
    void retranslate() override;

private:
    struct Row {
        QWidget *box;
        FieldForm *form;
    };
    void rebuild();
    Row makeRow(int index);
    void move(int from, int to);
    void remove(int index);
    void add();
    FieldInfo m_field;
    const FormContext &m_context;
    QVBoxLayout *m_column;
    QPushButton *m_add;
    QList<Row> m_rows;
    QJsonArray m_value;
};

} // namespace vox::kit
