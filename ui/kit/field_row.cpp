#include "ui/kit/field_row.h"
#include "ui/kit/icons.h"
#include "ui/kit/roles.h"
#include "ui/kit/text_block.h"
#include "ui/kit/theme.h"
#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>

namespace vox::kit {

FieldRow::FieldRow(const FieldInfo &field, const FormContext &context, QWidget *parent)
    : QWidget(parent)
    , m_field(field)
    , m_label(makeLabel({}, TextStyle::Small, Colour::Text2, this))
    , m_editor(makeEditor(field, context, this))
    , m_help(new TextBlock({}, TextStyle::Small, Colour::Text3, this))
    , m_problemRow(new QWidget(this))
    , m_problemIcon(new QLabel(m_problemRow))
    , m_problem(new TextBlock({}, TextStyle::Small, Colour::Text1, m_problemRow))
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(4);
    if (m_editor->besideLabel()) {
        setText(m_label, TextStyle::Body, Colour::Text1);
        auto *row = new QHBoxLayout;
        row->addWidget(m_label, 1);
        row->addWidget(m_editor);
        column->addLayout(row);
    } else {
        column->addWidget(m_label);
        column->addWidget(m_editor);
    }
    auto *problem = new QHBoxLayout(m_problemRow);
    problem->setContentsMargins(0, 0, 0, 0);
    problem->setSpacing(4);
    problem->addWidget(m_problemIcon, 0, Qt::AlignTop);
    problem->addWidget(m_problem, 1);
    column->addWidget(m_problemRow);
    column->addWidget(m_help);
    m_problemRow->hide();
    m_label->setBuddy(m_editor->main());
    m_label->setWordWrap(true);
    connect(m_editor, &FieldEditor::complained, this, [this](const QString &sentence) {
        if (sentence == m_own) return;
        m_own = sentence;
        show();
    });
    retranslate();
}

void FieldRow::setProblem(const QString &sentence, Problem::Severity severity)
{
    m_told = sentence;
    m_severity = severity;
    show();
}

bool FieldRow::hasProblem() const
{
    return !m_own.isEmpty() || !m_told.isEmpty();
}

void FieldRow::show()
{
    const Theme &t = Theme::of(this);
    const QString sentence = m_own.isEmpty() ? m_told : m_own;
    const bool error = !m_own.isEmpty() || m_severity == Problem::Severity::Error;
    const Meaning meaning = error ? Meaning::Error : Meaning::Warning;
    m_problemRow->setVisible(!sentence.isEmpty());
    m_problem->setText(sentence);
    m_problem->setMeaning(meaning);
    m_problemIcon->setPixmap(iconPixmap(error ? "circle-x" : "triangle-alert", t.metrics().iconBadge, t.strong(meaning), devicePixelRatioF()));
    m_problemIcon->setFixedHeight(t.type().line(TextStyle::Small));
    setFault(m_editor->main(), error && !sentence.isEmpty());
    m_editor->main()->setAccessibleDescription(sentence);
}

void FieldRow::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::StyleChange) show(); // the icon is a picture of the old look
    QWidget::changeEvent(event);
}

void FieldRow::retranslate()
{
    const QString label = fieldText(m_field, m_field.label), help = fieldText(m_field, m_field.help);
    m_label->setText(label);
    m_help->setText(help);
    m_help->setVisible(!help.isEmpty());
    if (m_editor->main()->accessibleName().isEmpty() || m_field.type != FieldType::ObjectList) m_editor->main()->setAccessibleName(label);
    m_editor->retranslate();
}

} // namespace vox::kit
