#include "models/base/check_fields.h"
#include "models/base/ids.h"
#include "ui/kit/field_editors.h"
#include "ui/kit/field_form.h"
#include "ui/kit/growing_text.h"
#include "ui/kit/icons.h"
#include "ui/kit/roles.h"
#include <QCoreApplication>
#include <QDateTime>
#include <QHBoxLayout>
#include <QJsonDocument>
#include <QMenu>
#include <QPushButton>
#include <QTabBar>
#include <QToolButton>

using namespace Qt::StringLiterals;

namespace vox::kit {

namespace {

QVBoxLayout *bareColumn(QWidget *widget)
{
    auto *column = new QVBoxLayout(widget);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(4);
    return column;
}

QString newId()
{
    return makeUuidV7({QDateTime::currentMSecsSinceEpoch()}, systemRandom()).toString(QUuid::WithoutBraces);
}

} // namespace

LocalizedEditor::LocalizedEditor(const FieldInfo &field, const FormContext &context, QWidget *parent)
    : FieldEditor(parent)
    , m_field(field)
    , m_context(context)
    , m_tabs(new QTabBar(this))
    , m_text(new GrowingText(field.type == FieldType::LocalizedList ? 3 : field.multiline ? 3 : 1, 14, this))
{
    auto *column = bareColumn(this);
    column->addWidget(m_tabs);
    if (field.type == FieldType::LocalizedList || field.optionSource.isEmpty() || !context.suggestions) {
        column->addWidget(m_text);
    } else {
        auto *row = new QHBoxLayout;
        row->setSpacing(4);
        row->addWidget(m_text, 1);
        row->addWidget(makeSuggestions(), 0, Qt::AlignTop);
        column->addLayout(row);
    }
    m_tabs->setDrawBase(false);
    m_tabs->setExpanding(false);
    m_tabs->setAccessibleName(tr("Language"));
    setTabHeight(m_tabs, 28);
    offerLanguages();
    connect(m_tabs, &QTabBar::currentChanged, this, &LocalizedEditor::show);
    connect(m_text, &QPlainTextEdit::textChanged, this, &LocalizedEditor::take);
}

// What there is for the language of the tab, in a menu beside the text.
QWidget *LocalizedEditor::makeSuggestions()
{
    auto *button = new QToolButton(this);
    button->setIcon(icon("chevrons-up-down"));
    button->setToolTip(tr("Choose…"));
    button->setAccessibleName(button->toolTip());
    connect(button, &QToolButton::clicked, this, [this, button] {
        auto *menu = new QMenu(this);
        menu->setAttribute(Qt::WA_DeleteOnClose);
        const QString tag = m_tabs->tabText(m_tabs->currentIndex());
        for (const QString &name : m_context.suggestions(m_field.optionSource + u':' + tag)) {
            QAction *action = menu->addAction(name);
            action->setCheckable(true);
            action->setChecked(name == shownText(tag));
            connect(action, &QAction::triggered, this, [this, name] { m_text->setPlainText(m_text->isReadOnly() ? m_text->toPlainText() : name); });
        }
        if (menu->isEmpty()) menu->addAction(tr("Nothing for this language"))->setEnabled(false);
        menu->popup(button->mapToGlobal(QPoint(0, button->height())));
    });
    return button;
}

void LocalizedEditor::offerLanguages()
{
    QStringList tags = m_context.languages;
    for (const QString &tag : m_value.keys())
        if (!tags.contains(tag)) tags.append(tag);
    if (tags.isEmpty()) tags.append(u"en"_s);
    QStringList shown;
    for (int i = 0; i < m_tabs->count(); ++i) shown.append(m_tabs->tabText(i));
    if (shown == tags) return;
    const QString current = m_tabs->count() ? m_tabs->tabText(m_tabs->currentIndex()) : QString();
    const QSignalBlocker quiet(m_tabs);
    while (m_tabs->count()) m_tabs->removeTab(0);
    for (const QString &tag : tags) m_tabs->addTab(tag);
    m_tabs->setCurrentIndex(qMax(0, int(tags.indexOf(current))));
    m_tabs->setVisible(tags.size() > 1);
}

QString LocalizedEditor::shownText(const QString &tag) const
{
    const QJsonValue value = m_value[tag];
    if (m_field.type != FieldType::LocalizedList) return value.toString();
    QStringList lines;
    for (const QJsonValue &line : value.toArray()) lines.append(line.toString());
    return lines.join(u'\n');
}

void LocalizedEditor::show(int tab)
{
    m_text->replaceText(shownText(m_tabs->tabText(tab)));
}

void LocalizedEditor::take()
{
    const QString tag = m_tabs->tabText(m_tabs->currentIndex());
    const QString text = m_text->toPlainText();
    if (m_field.type == FieldType::LocalizedList) m_value[tag] = QJsonArray::fromStringList(text.split(u'\n', Qt::SkipEmptyParts));
    else if (text.isEmpty()) m_value.remove(tag);
    else m_value[tag] = text;
    emit edited({}, m_value);
}

void LocalizedEditor::setValue(const QJsonValue &value)
{
    if (value.toObject() == m_value && m_tabs->count()) return offerLanguages();
    m_value = value.toObject();
    offerLanguages();
    show(m_tabs->currentIndex());
}

QWidget *LocalizedEditor::main()
{
    return m_text;
}

JsonEditor::JsonEditor(const FieldInfo &, QWidget *parent)
    : FieldEditor(parent)
    , m_text(new GrowingText(3, 16, this))
{
    bareColumn(this)->addWidget(m_text);
    setText(m_text, TextStyle::Mono);
    connect(m_text, &QPlainTextEdit::textChanged, this, [this] {
        const QByteArray typed = m_text->toPlainText().toUtf8();
        if (typed.trimmed().isEmpty()) {
            m_value = QJsonValue(QJsonValue::Undefined);
            emit edited({}, m_value);
            return emit complained({});
        }
        // Wrapped, because a document may be only an object or an array.
        QJsonParseError error;
        const QJsonDocument document = QJsonDocument::fromJson("[" + typed + "]", &error);
        const bool good = error.error == QJsonParseError::NoError && document.array().size() == 1;
        if (good) {
            m_value = document.array().at(0);
            emit edited({}, m_value);
        }
        emit complained(good ? QString() : tr("Not JSON at character %1.").arg(qMax(0, error.offset - 1)));
    });
}

void JsonEditor::setValue(const QJsonValue &value)
{
    if (value == m_value) return;
    m_value = value;
    QByteArray text;
    if (value.isObject()) text = QJsonDocument(value.toObject()).toJson().trimmed();
    else if (value.isArray()) text = QJsonDocument(value.toArray()).toJson().trimmed();
    else if (!value.isUndefined()) {
        const QByteArray wrapped = QJsonDocument(QJsonArray{value}).toJson(QJsonDocument::Compact);
        text = wrapped.mid(1, wrapped.size() - 2);
    }
    m_text->replaceText(QString::fromUtf8(text));
}

QWidget *JsonEditor::main()
{
    return m_text;
}

ObjectEditor::ObjectEditor(const FieldInfo &field, const FormContext &context, QWidget *parent)
    : FieldEditor(parent)
    , m_form(new FieldForm(this))
{
    bareColumn(this)->addWidget(m_form);
    m_form->setContext(context);
    m_form->setFields(field.fields);
    connect(m_form, &FieldForm::edited, this, [this](const QString &pointer, const QJsonValue &value) {
        // The parent of what is told always exists: an absent object is told whole.
        if (m_present) return emit edited(pointer, value);
        m_present = true;
        emit edited({}, m_form->object());
    });
}

void ObjectEditor::setValue(const QJsonValue &value)
{
    m_present = value.isObject();
    m_form->setObject(value.toObject());
}

QWidget *ObjectEditor::main()
{
    return m_form;
}

bool ObjectEditor::showProblems(const Problems &problems)
{
    return m_form->setProblems(problems);
}

ObjectListEditor::ObjectListEditor(const FieldInfo &field, const FormContext &context, QWidget *parent)
    : FieldEditor(parent)
    , m_field(field)
    , m_context(context)
    , m_column(bareColumn(this))
    , m_add(new QPushButton(this))
{
    m_column->setSpacing(8);
    m_add->setIcon(icon("plus"));
    setRole(m_add, ButtonRole::Quiet, ControlSize::Small);
    m_add->setSizePolicy(QSizePolicy::Maximum, QSizePolicy::Fixed);
    m_column->addWidget(m_add);
    connect(m_add, &QPushButton::clicked, this, &ObjectListEditor::add);
    retranslate();
}

void ObjectListEditor::retranslate()
{
    m_add->setText(tr("Add"));
    m_add->setAccessibleName(tr("Add: %1").arg(fieldText(m_field, m_field.label)));
}

ObjectListEditor::Row ObjectListEditor::makeRow(int index)
{
    auto *box = new QWidget(this);
    auto *row = new QHBoxLayout(box);
    row->setContentsMargins(0, 0, 0, 0);
    auto *form = new FieldForm(box);
    form->setContext(m_context);
    form->setFields(m_field.fields);
    row->addWidget(form, 1);
    auto *tools = new QVBoxLayout;
    tools->setSpacing(0);
    const auto tool = [&](const char *name, const QString &what, auto act) {
        auto *button = new QToolButton(box);
        button->setIcon(icon(name));
        setRole(button, ButtonRole::Quiet, ControlSize::Small);
        button->setToolTip(what);
        button->setAccessibleName(what);
        connect(button, &QToolButton::clicked, this, act, Qt::QueuedConnection); // the act deletes the button
        tools->addWidget(button);
        return button;
    };
    tool("arrow-up", tr("Move up"), [this, index] { move(index, index - 1); })->setEnabled(index > 0);
    tool("arrow-down", tr("Move down"), [this, index] { move(index, index + 1); })->setEnabled(index + 1 < m_value.size());
    tool("x", tr("Remove"), [this, index] { remove(index); });
    tools->addStretch(1);
    row->addLayout(tools);
    connect(form, &FieldForm::edited, this, [this, index, form](const QString &pointer, const QJsonValue &value) {
        if (index >= m_value.size()) return;
        m_value[index] = form->object();
        emit edited(u'/' + QString::number(index) + pointer, value);
    });
    return {box, form};
}

void ObjectListEditor::rebuild()
{
    for (const Row &row : m_rows) {
        row.box->hide();
        row.box->deleteLater();
    }
    m_rows.clear();
    for (int i = 0; i < m_value.size(); ++i) {
        m_rows.append(makeRow(i));
        m_rows.last().form->setObject(m_value[i].toObject());
        m_column->insertWidget(i, m_rows.last().box);
        m_rows.last().box->show();
    }
}

void ObjectListEditor::move(int from, int to)
{
    if (from < 0 || to < 0 || from >= m_value.size() || to >= m_value.size()) return;
    const QJsonValue item = m_value.takeAt(from);
    m_value.insert(to, item);
    rebuild();
    m_rows[to].form->focusFirst();
    emit edited({}, m_value);
}

void ObjectListEditor::remove(int index)
{
    if (index >= m_value.size()) return;
    m_value.removeAt(index);
    rebuild();
    if (m_rows.isEmpty()) m_add->setFocus();
    else m_rows[qMin(index, int(m_rows.size()) - 1)].form->focusFirst();
    emit edited({}, m_value);
}

void ObjectListEditor::add()
{
    QJsonObject item{{u"id"_s, newId()}};
    for (const FieldInfo &field : m_field.fields)
        if (field.key != "id"_L1 && !field.defaultValue.isUndefined() && !field.defaultValue.isNull()) item[field.key] = field.defaultValue;
    m_value.append(item);
    rebuild();
    m_rows.last().form->focusFirst();
    emit edited({}, m_value);
}

// The same rows keep their widgets, so that an undo does not take the caret away.
void ObjectListEditor::setValue(const QJsonValue &value)
{
    const QJsonArray next = value.toArray();
    bool sameRows = next.size() == m_rows.size();
    for (qsizetype i = 0; sameRows && i < next.size(); ++i)
        sameRows = next[i].toObject()["id"_L1] == m_value[i].toObject()["id"_L1];
    m_value = next;
    if (!sameRows) return rebuild();
    for (qsizetype i = 0; i < m_rows.size(); ++i) m_rows[i].form->setObject(m_value[i].toObject());
}

QWidget *ObjectListEditor::main()
{
    return m_add;
}

bool ObjectListEditor::showProblems(const Problems &problems)
{
    bool all = true;
    QList<Problems> perRow(m_rows.size());
    for (Problem problem : problems) {
        const qsizetype end = problem.path.indexOf(u'/', 1);
        bool number = false;
        const int index = problem.path.mid(1, end < 0 ? -1 : end - 1).toInt(&number);
        if (!number || index < 0 || index >= m_rows.size()) {
            all = false;
            continue;
        }
        problem.path = end < 0 ? QString() : problem.path.mid(end);
        perRow[index].append(problem);
    }
    for (qsizetype i = 0; i < m_rows.size(); ++i) all &= m_rows[i].form->setProblems(perRow[i]);
    return all;
}

FieldEditor *makeEditor(const FieldInfo &field, const FormContext &context, QWidget *parent)
{
    switch (field.type) {
    case FieldType::Text:
    case FieldType::Expression:
    case FieldType::Secret:
        if (field.multiline && field.type == FieldType::Text) return new LongTextEditor(field, parent);
        return new TextEditor(field, context, parent);
    case FieldType::LongText: return new LongTextEditor(field, parent);
    case FieldType::Integer:
    case FieldType::Number: return new NumberEditor(field, parent);
    case FieldType::Boolean: return new BooleanEditor(parent);
    case FieldType::Choice:
    case FieldType::Reference: return new ChoiceEditor(field, context, parent);
    case FieldType::Localized:
    case FieldType::LocalizedList: return new LocalizedEditor(field, context, parent);
    case FieldType::TextList: return new TextListEditor(field, parent);
    case FieldType::Money: return new MoneyEditor(field, parent);
    case FieldType::Object: return new ObjectEditor(field, context, parent);
    case FieldType::ObjectList: return new ObjectListEditor(field, context, parent);
    case FieldType::Json: return new JsonEditor(field, parent);
    }
    Q_UNREACHABLE();
}

QString fieldText(const FieldInfo &field, const char *source)
{
    return source && *source ? QCoreApplication::translate(field.context, source) : QString();
}

} // namespace vox::kit
