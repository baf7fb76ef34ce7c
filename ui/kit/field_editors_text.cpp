#include "ui/kit/field_editors.h"
#include "models/base/money.h"
#include "ui/kit/growing_text.h"
#include "ui/kit/number_field.h"
#include "ui/kit/roles.h"
#include "ui/kit/theme.h"
#include <QCheckBox>
#include <QComboBox>
#include <QCompleter>
#include <QCoreApplication>
#include <QHBoxLayout>
#include <QJsonDocument>
#include <QLineEdit>
#include <QLocale>
#include <QStringListModel>

using namespace Qt::StringLiterals;

namespace vox::kit {

namespace {

QHBoxLayout *bare(QWidget *widget)
{
    auto *row = new QHBoxLayout(widget);
    row->setContentsMargins(0, 0, 0, 0);
    return row;
}

// Empty text of an optional field is no value at all.
QJsonValue textValue(const FieldInfo &field, const QString &text)
{
    if (text.isEmpty() && !field.required) return QJsonValue(QJsonValue::Undefined);
    return text;
}

void replaceLine(QLineEdit *line, const QString &text)
{
    if (line->text() == text) return;
    const int caret = line->cursorPosition();
    line->setText(text);
    line->setCursorPosition(qMin(caret, int(text.size())));
}

} // namespace

TextEditor::TextEditor(const FieldInfo &field, const FormContext &context, QWidget *parent)
    : FieldEditor(parent)
    , m_field(field)
    , m_context(context)
    , m_line(new QLineEdit(this))
{
    bare(this)->addWidget(m_line);
    const bool expression = field.type == FieldType::Expression;
    setText(m_line, expression ? TextStyle::Mono : TextStyle::Body);
    m_line->setMaxLength(int(qMin<qint64>(field.maxLength, 1000000)));
    if (!field.optionSource.isEmpty()) suggest();
    connect(m_line, &QLineEdit::textEdited, this, [this](const QString &text) {
        emit edited({}, textValue(m_field, text));
        check();
    });
}

void TextEditor::suggest()
{
    if (!m_context.suggestions) return;
    auto *completer = new QCompleter(new QStringListModel(m_context.suggestions(m_field.optionSource), m_line), m_line);
    completer->setCaseSensitivity(Qt::CaseInsensitive);
    completer->setFilterMode(Qt::MatchContains);
    m_line->setCompleter(completer);
    connect(completer, qOverload<const QString &>(&QCompleter::activated), this,
            [this](const QString &text) { emit edited({}, textValue(m_field, text)); });
}

void TextEditor::check()
{
    if (m_field.type != FieldType::Expression || !m_context.check) return;
    const QString text = m_line->text();
    emit complained(text.isEmpty() ? QString() : m_context.check(text, m_field.expressionType));
}

void TextEditor::setValue(const QJsonValue &value)
{
    replaceLine(m_line, value.toString());
    check();
}

QWidget *TextEditor::main()
{
    return m_line;
}

LongTextEditor::LongTextEditor(const FieldInfo &field, QWidget *parent)
    : FieldEditor(parent)
    , m_field(field)
    , m_text(new GrowingText(3, 12, this))
{
    bare(this)->addWidget(m_text);
    connect(m_text, &QPlainTextEdit::textChanged, this, [this] { emit edited({}, textValue(m_field, m_text->toPlainText())); });
}

void LongTextEditor::setValue(const QJsonValue &value)
{
    m_text->replaceText(value.toString());
}

QWidget *LongTextEditor::main()
{
    return m_text;
}

NumberEditor::NumberEditor(const FieldInfo &field, QWidget *parent)
    : FieldEditor(parent)
    , m_field(field)
    , m_number(new NumberField(field.type == FieldType::Integer ? NumberField::Kind::Whole : NumberField::Kind::Real, this))
{
    bare(this)->addWidget(m_number);
    m_number->setRange(field.minimum, field.maximum);
    retranslate();
    connect(m_number, &QLineEdit::textEdited, this, [this](const QString &text) {
        const auto number = m_number->number();
        const bool empty = text.trimmed().isEmpty();
        if (number || empty) emit edited({}, number ? (m_field.type == FieldType::Integer ? QJsonValue(qint64(*number)) : QJsonValue(*number)) : QJsonValue(QJsonValue::Undefined));
        emit complained(number || empty ? QString() : m_field.type == FieldType::Integer ? tr("Type a whole number.") : tr("Type a number."));
    });
}

void NumberEditor::setValue(const QJsonValue &value)
{
    // What is being typed and is not yet a number is not thrown away by a refresh.
    if (m_number->hasFocus() && !m_number->number() && !m_number->text().isEmpty()) return;
    m_number->setNumber(value.isDouble() ? std::optional(value.toDouble()) : std::nullopt);
}

QWidget *NumberEditor::main()
{
    return m_number;
}

void NumberEditor::retranslate()
{
    m_number->setUnit(fieldText(m_field, m_field.unit));
}

BooleanEditor::BooleanEditor(QWidget *parent)
    : FieldEditor(parent)
    , m_box(new QCheckBox(this))
{
    bare(this)->addWidget(m_box);
    setSwitch(m_box);
    connect(m_box, &QCheckBox::clicked, this, [this](bool on) { emit edited({}, on); });
}

void BooleanEditor::setValue(const QJsonValue &value)
{
    m_box->setChecked(value.toBool());
}

QWidget *BooleanEditor::main()
{
    return m_box;
}

ChoiceEditor::ChoiceEditor(const FieldInfo &field, const FormContext &context, QWidget *parent)
    : FieldEditor(parent)
    , m_field(field)
    , m_context(context)
    , m_box(new QComboBox(this))
{
    bare(this)->addWidget(m_box);
    m_box->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_box->setMinimumContentsLength(8);
    connect(m_box, &QComboBox::activated, this, [this](int index) {
        m_value = m_box->itemData(index).toString();
        emit edited({}, m_value.isEmpty() ? QJsonValue(QJsonValue::Undefined) : QJsonValue(m_value));
    });
    offer();
}

void ChoiceEditor::offer()
{
    const QSignalBlocker quiet(m_box);
    m_box->clear();
    if (m_field.type == FieldType::Reference) {
        m_box->setPlaceholderText(tr("Choose…"));
        if (!m_field.required) m_box->addItem(tr("None"), QString());
        if (m_context.references)
            for (const auto &[id, name] : m_context.references(m_field.refers)) m_box->addItem(name, id);
    } else {
        if (!m_field.required && m_field.defaultValue.isUndefined()) m_box->addItem(tr("Not set"), QString());
        for (qsizetype i = 0; i < m_field.options.size(); ++i)
            m_box->addItem(i < m_field.optionLabels.size() ? fieldText(m_field, m_field.optionLabels[i]) : m_field.options[i], m_field.options[i]);
    }
    int at = m_box->findData(m_value);
    if (at < 0 && !m_value.isEmpty()) {
        m_box->addItem(m_value, m_value);
        at = m_box->count() - 1;
    }
    m_box->setCurrentIndex(at);
}

void ChoiceEditor::setValue(const QJsonValue &value)
{
    const QString text = value.toString();
    if (text == m_value && m_box->currentData().toString() == text) return;
    m_value = text;
    offer();
}

QWidget *ChoiceEditor::main()
{
    return m_box;
}

void ChoiceEditor::retranslate()
{
    offer();
}

TextListEditor::TextListEditor(const FieldInfo &, QWidget *parent)
    : FieldEditor(parent)
    , m_text(new GrowingText(2, 10, this))
{
    bare(this)->addWidget(m_text);
    connect(m_text, &QPlainTextEdit::textChanged, this, [this] {
        m_value = QJsonArray::fromStringList(m_text->toPlainText().split(u'\n', Qt::SkipEmptyParts));
        emit edited({}, m_value);
    });
}

void TextListEditor::setValue(const QJsonValue &value)
{
    // An empty line being typed is not in the value; it must survive the refresh that follows each letter.
    if (value.toArray() == m_value) return;
    m_value = value.toArray();
    QStringList lines;
    for (const QJsonValue &line : m_value) lines.append(line.toString());
    m_text->replaceText(lines.join(u'\n'));
}

QWidget *TextListEditor::main()
{
    return m_text;
}

MoneyEditor::MoneyEditor(const FieldInfo &field, QWidget *parent)
    : FieldEditor(parent)
    , m_field(field)
    , m_amount(new QLineEdit(this))
    , m_currency(new QComboBox(this))
{
    auto *row = bare(this);
    row->addWidget(m_amount, 1);
    row->addWidget(m_currency);
    setText(m_amount, TextStyle::Mono);
    m_currency->setEditable(true);
    m_currency->addItems({u"EUR"_s, u"USD"_s, u"RUB"_s, u"GBP"_s, u"KZT"_s});
    m_currency->setAccessibleName(tr("Currency"));
    connect(m_amount, &QLineEdit::textEdited, this, &MoneyEditor::take);
    connect(m_currency, &QComboBox::activated, this, &MoneyEditor::take);
    connect(m_currency->lineEdit(), &QLineEdit::textEdited, this, &MoneyEditor::take);
}

void MoneyEditor::take()
{
    const QString typed = m_amount->text().trimmed();
    const QString currency = m_currency->currentText().trimmed().toUpper();
    if (typed.isEmpty() && !m_field.required) {
        emit edited({}, QJsonValue(QJsonValue::Undefined));
        return emit complained({});
    }
    QString plain = typed;
    plain.replace(u',', u'.').remove(u' ').remove(QChar(0x00A0));
    const auto money = Money::parse(plain, currency);
    if (money) emit edited({}, QJsonObject{{u"amount"_s, money->amountText()}, {u"currency"_s, money->currency}});
    emit complained(money ? QString() : tr("Type an amount like 12.50 and a currency like EUR."));
}

void MoneyEditor::setValue(const QJsonValue &value)
{
    const QJsonObject object = value.toObject();
    const QString currency = object["currency"_L1].toString();
    QString plain = m_amount->text().trimmed();
    plain.replace(u',', u'.').remove(u' ').remove(QChar(0x00A0));
    // "12.5" while typing says the same as the stored "12.50".
    const auto shown = Money::parse(plain, currency);
    const auto stored = Money::parse(object["amount"_L1].toString(), currency);
    if (!shown || !stored || !(*shown == *stored)) {
        if (!(m_amount->hasFocus() && object.isEmpty())) replaceLine(m_amount, object["amount"_L1].toString());
    }
    if (!currency.isEmpty() && m_currency->currentText().toUpper() != currency) m_currency->setCurrentText(currency);
}

QWidget *MoneyEditor::main()
{
    return m_amount;
}

} // namespace vox::kit
