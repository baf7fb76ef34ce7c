#include "ui/kit/field_form.h"
#include "models/base/check_fields.h"
#include "ui/kit/field_row.h"
#include "ui/kit/icons.h"
#include "ui/kit/roles.h"
#include <QEvent>
#include <QJsonArray>
#include <QLabel>
#include <QToolButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace vox::kit {

namespace {

// Sets or removes the value at `pointer` (below an existing parent) inside `root`.
QJsonValue withValue(const QJsonValue &root, QStringView pointer, const QJsonValue &value)
{
    if (pointer.isEmpty()) return value;
    const qsizetype end = pointer.indexOf(u'/', 1);
    const QString step = pointer.mid(1, end < 0 ? -1 : end - 1).toString().replace("~1"_L1, "/"_L1).replace("~0"_L1, "~"_L1);
    const QStringView rest = end < 0 ? QStringView() : pointer.mid(end);
    if (root.isArray()) {
        QJsonArray array = root.toArray();
        const int index = step.toInt();
        if (index >= 0 && index < array.size()) array[index] = withValue(array[index], rest, value);
        return array;
    }
    QJsonObject object = root.toObject();
    const QJsonValue next = withValue(object[step], rest, value);
    if (next.isUndefined()) object.remove(step);
    else object[step] = next;
    return object;
}

} // namespace

FieldForm::FieldForm(QWidget *parent)
    : QWidget(parent)
    , m_column(new QVBoxLayout(this))
{
    m_column->setContentsMargins(0, 0, 0, 0);
    m_column->setSpacing(12);
}

void FieldForm::setContext(const FormContext &context)
{
    m_context = context;
}

void FieldForm::setFields(const FieldList &fields)
{
    while (QLayoutItem *item = m_column->takeAt(0)) {
        if (QWidget *widget = item->widget()) {
            widget->hide();
            widget->deleteLater();
        }
        delete item;
    }
    m_rows.clear();
    m_heads.clear();
    m_more = nullptr;
    m_fields = fields;
    const char *group = "";
    bool anyAdvanced = false;
    for (int i = 0; i < fields.size(); ++i) {
        const FieldInfo &field = fields[i];
        if (field.key == "id"_L1) continue; // made once, never typed
        if (!field.advanced && qstrcmp(field.group, group) != 0) {
            group = field.group;
            if (*group) {
                m_heads.append({makeLabel({}, TextStyle::SmallStrong, Colour::Text2, this), i});
                m_column->addWidget(m_heads.last().first);
            }
        }
        anyAdvanced |= field.advanced;
        auto *row = new FieldRow(field, m_context, this);
        m_rows.append(row);
        if (!field.advanced) m_column->addWidget(row);
        connect(row->editor(), &FieldEditor::edited, this,
                [this, key = field.key](const QString &below, const QJsonValue &value) { apply(key, below, value); });
    }
    if (anyAdvanced) {
        m_more = new QToolButton(this);
        m_more->setCheckable(true);
        m_more->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
        setText(m_more, TextStyle::Small, Colour::Text2);
        connect(m_more, &QToolButton::toggled, this, &FieldForm::showAdvanced);
        m_column->addWidget(m_more);
        for (FieldRow *row : m_rows)
            if (row->field().advanced) m_column->addWidget(row);
        showAdvanced(false);
    }
    retranslate();
    setObject(m_object);
}

void FieldForm::showAdvanced(bool shown)
{
    m_more->setIcon(icon(shown ? "chevron-down" : "chevron-right"));
    for (FieldRow *row : m_rows)
        if (row->field().advanced) row->setVisible(shown);
}

void FieldForm::setObject(const QJsonObject &object)
{
    m_object = object;
    for (FieldRow *row : m_rows) {
        const auto at = object.constFind(row->field().key);
        // An absent field shows its default, which is what the program will do.
        const QJsonValue fallback = row->field().defaultValue.isNull() ? QJsonValue(QJsonValue::Undefined) : row->field().defaultValue;
        row->editor()->setValue(at == object.constEnd() ? fallback : *at);
    }
}

void FieldForm::apply(const QString &key, const QString &below, const QJsonValue &value)
{
    const QString pointer = u'/' + pointerStep(key) + below;
    // A field that only showed its default has no value to point into yet.
    if (!below.isEmpty() && !m_object.contains(key)) {
        for (const FieldRow *row : m_rows)
            if (row->field().key == key) m_object[key] = row->field().defaultValue;
        m_object = withValue(m_object, pointer, value).toObject();
        emit edited(u'/' + pointerStep(key), m_object[key]);
        return;
    }
    m_object = withValue(m_object, pointer, value).toObject();
    emit edited(pointer, value);
}

bool FieldForm::setProblems(const Problems &problems, const QString &base)
{
    bool all = true;
    QList<Problems> perRow(m_rows.size());
    for (Problem problem : problems) {
        bool placed = false;
        for (qsizetype i = 0; i < m_rows.size() && !placed; ++i) {
            const QString at = base + u'/' + pointerStep(m_rows[i]->field().key);
            if (problem.path != at && !problem.path.startsWith(at + u'/')) continue;
            problem.path = problem.path.mid(at.size());
            perRow[i].append(problem);
            placed = true;
        }
        all &= placed;
    }
    for (qsizetype i = 0; i < m_rows.size(); ++i) {
        FieldRow *row = m_rows[i];
        if (row->editor()->showProblems(perRow[i])) {
            row->setProblem({}, Problem::Severity::Error);
            continue;
        }
        QStringList sentences;
        auto severity = Problem::Severity::Warning;
        for (const Problem &problem : perRow[i]) {
            sentences.append(m_context.sentence ? m_context.sentence(problem.error) : problem.error.codeName());
            if (problem.severity == Problem::Severity::Error) severity = Problem::Severity::Error;
        }
        sentences.removeDuplicates();
        row->setProblem(sentences.join(u' '), severity);
        if (!perRow[i].isEmpty() && row->field().advanced && m_more) m_more->setChecked(true);
    }
    return all;
}

bool FieldForm::focusField(const QString &pointer)
{
    for (FieldRow *row : m_rows) {
        const QString at = u'/' + pointerStep(row->field().key);
        if (pointer != at && !pointer.startsWith(at + u'/')) continue;
        if (row->field().advanced && m_more) m_more->setChecked(true);
        row->editor()->main()->setFocus(Qt::ShortcutFocusReason);
        return true;
    }
    return false;
}

void FieldForm::focusFirst()
{
    for (FieldRow *row : m_rows) {
        if (row->isHidden()) continue;
        if (auto *inner = qobject_cast<FieldForm *>(row->editor()->main())) return inner->focusFirst();
        return row->editor()->main()->setFocus(Qt::TabFocusReason);
    }
}

void FieldForm::setReadOnly(bool readOnly)
{
    for (FieldRow *row : m_rows) row->editor()->setEnabled(!readOnly);
}

void FieldForm::retranslate()
{
    for (const auto &[label, index] : m_heads) label->setText(fieldText(m_fields[index], m_fields[index].group));
    for (FieldRow *row : m_rows) row->retranslate();
    if (m_more) m_more->setText(tr("More settings"));
}

void FieldForm::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange) retranslate();
    QWidget::changeEvent(event);
}

} // namespace vox::kit
