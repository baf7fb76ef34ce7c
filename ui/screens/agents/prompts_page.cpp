#include "ui/screens/agents/prompts_page.h"
#include "models/documents/json_pointer.h"
#include "ui/kit/icons.h"
#include "ui/kit/paint.h"
#include "ui/kit/roles.h"
#include "ui/kit/section_header.h"
#include "ui/kit/segments.h"
#include "ui/screens/agents/try_it_box.h"
#include <QBoxLayout>
#include <QJsonArray>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QLocale>
#include <QPlainTextEdit>
#include <QToolButton>

namespace vox {

using namespace Qt::StringLiterals;
using kit::Colour;
using kit::TextStyle;

namespace {

QString languageName(const QString &tag)
{
    const QString name = QLocale(tag).nativeLanguageName();
    return name.isEmpty() ? tag : name.at(0).toUpper() + name.mid(1);
}

QString inLanguage(const QJsonValue &byTag, const QString &tag)
{
    return byTag[tag].toString();
}

void setTextQuietly(QPlainTextEdit *edit, const QString &text)
{
    if (edit->toPlainText() == text) return;
    const QSignalBlocker quiet(edit);
    edit->setPlainText(text);
}

} // namespace

PromptsPage::PromptsPage(Workspace &workspace, AgentDocumentContent &content, QWidget *parent)
    : QWidget(parent), m_content(content), m_languages(new kit::Segments({}, this))
{
    const kit::Theme &theme = kit::Theme::of(this);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(1);
    row->addWidget(makeTexts(), 5);
    row->addWidget(makeIntents(workspace), 4);
    kit::setSurface(this, Colour::Line1); // shows as the hairline between the two
    Q_UNUSED(theme)
    connect(m_languages, &kit::Segments::currentChanged, this, [this] { refresh(); });
    connect(&content, &EditedContent::contentChanged, this, &PromptsPage::refresh);
    refresh();
}

QPlainTextEdit *PromptsPage::makeText(const QString &key, const char *label)
{
    auto *edit = new QPlainTextEdit;
    edit->setTabChangesFocus(true);
    connect(edit, &QPlainTextEdit::textChanged, this, [this, edit, key, label] {
        if (m_refreshing) return;
        const QString text = edit->toPlainText();
        const QString pointer = u'/' + key + u'/' + language();
        m_content.setValue(pointer, text.isEmpty() ? QJsonValue(QJsonValue::Undefined) : QJsonValue(text), {label, {}, pointer});
    });
    return edit;
}

QWidget *PromptsPage::makeTexts()
{
    const kit::Theme &theme = kit::Theme::of(this);
    auto *side = new QWidget(this);
    kit::setSurface(side, Colour::Surface1);
    auto *column = new QVBoxLayout(side);
    const int padding = theme.metrics().panelPadding;
    column->setContentsMargins(padding, theme.metrics().grid, padding, padding);
    column->setSpacing(theme.metrics().half);
    m_prompt = makeText(u"prompt"_s, QT_TRANSLATE_NOOP("Edit", "Change role and rules"));
    m_knowledge = makeText(u"knowledge"_s, QT_TRANSLATE_NOOP("Edit", "Change knowledge"));
    auto *head = new QHBoxLayout;
    head->addWidget(m_languages);
    head->addStretch(1);
    column->addLayout(head);
    const auto add = [&](const QString &title, const QString &about, QPlainTextEdit *edit, int stretch) {
        auto *label = kit::makeLabel(title, TextStyle::SmallStrong, Colour::Text2);
        label->setBuddy(edit);
        edit->setAccessibleName(title);
        column->addSpacing(theme.metrics().grid);
        column->addWidget(label);
        column->addWidget(edit, stretch);
        auto *note = kit::makeLabel(about, TextStyle::Small, Colour::Text3);
        note->setWordWrap(true);
        column->addWidget(note);
    };
    add(tr("Role and rules"), tr("What a language model is told before each answer. Agents without a model node do not need it."), m_prompt, 2);
    add(tr("Knowledge"), tr("Paragraphs the agent may answer from; a line starting with # is a heading."), m_knowledge, 3);
    return side;
}

QWidget *PromptsPage::makeIntents(Workspace &workspace)
{
    const kit::Theme &theme = kit::Theme::of(this);
    auto *side = new QWidget(this);
    kit::setSurface(side, Colour::Surface1);
    auto *column = new QVBoxLayout(side);
    const int padding = theme.metrics().panelPadding;
    column->setContentsMargins(padding, theme.metrics().grid, padding, padding);
    column->setSpacing(theme.metrics().half);
    auto *head = new QHBoxLayout;
    head->addWidget(kit::makeLabel(tr("What callers want"), TextStyle::BodyStrong), 1);
    const auto tool = [&](const char *icon, const QString &name, auto slot) {
        auto *button = new QToolButton;
        button->setIcon(kit::icon(icon));
        button->setToolTip(name);
        button->setAccessibleName(name);
        button->setAutoRaise(true);
        kit::setRole(button, kit::ButtonRole::Quiet);
        connect(button, &QToolButton::clicked, this, slot);
        head->addWidget(button);
    };
    tool("plus", tr("Add an intent"), [this] { addIntent(); });
    tool("trash-2", tr("Delete the intent"), [this] { removeIntent(); });
    column->addLayout(head);
    m_intents = new QListWidget;
    m_intents->setFrameShape(QFrame::NoFrame);
    m_intents->setAccessibleName(tr("Intents"));
    m_intents->viewport()->setAutoFillBackground(false); // lies on the panel
    column->addWidget(m_intents, 2);
    connect(m_intents, &QListWidget::currentRowChanged, this, [this] { if (!m_refreshing) showIntent(); });

    m_intentForm = new QWidget;
    auto *form = new QVBoxLayout(m_intentForm);
    form->setContentsMargins(0, theme.metrics().grid, 0, 0);
    form->setSpacing(theme.metrics().half);
    m_intentName = new QLineEdit;
    m_intentName->setMaxLength(64);
    m_intentName->setAccessibleName(tr("Name of the intent"));
    m_examples = new QPlainTextEdit;
    m_examples->setTabChangesFocus(true);
    m_examples->setAccessibleName(tr("What callers say, one example a line"));
    m_examplesCount = kit::makeLabel({}, TextStyle::Small, Colour::Text3);
    form->addWidget(kit::makeLabel(tr("Name"), TextStyle::Small, Colour::Text2));
    form->addWidget(m_intentName);
    form->addSpacing(theme.metrics().half);
    form->addWidget(kit::makeLabel(tr("What callers say, one example a line"), TextStyle::Small, Colour::Text2));
    form->addWidget(m_examples, 1);
    form->addWidget(m_examplesCount);
    column->addWidget(m_intentForm, 4);
    m_tryIt = new TryItBox(workspace, m_content);
    column->addWidget(m_tryIt);

    connect(m_intentName, &QLineEdit::textEdited, this, [this](const QString &name) {
        editIntent(u"name"_s, name, QT_TRANSLATE_NOOP("Edit", "Rename intent"));
    });
    connect(m_examples, &QPlainTextEdit::textChanged, this, [this] {
        if (m_refreshing) return;
        QJsonArray lines;
        for (const QString &line : m_examples->toPlainText().split(u'\n', Qt::SkipEmptyParts))
            if (!line.trimmed().isEmpty()) lines.append(line.trimmed());
        editIntent(u"examples/"_s + language(), lines, QT_TRANSLATE_NOOP("Edit", "Change examples"));
    });
    return side;
}

QString PromptsPage::language() const
{
    return m_tags.value(std::max(0, m_languages->current()), u"en"_s);
}

int PromptsPage::currentIntent() const
{
    return m_intents->currentRow();
}

void PromptsPage::refresh()
{
    const QJsonObject &content = m_content.content();
    QStringList tags;
    for (const QJsonValue &tag : content.value("languages"_L1).toArray()) tags.append(tag.toString());
    if (tags != m_tags) {
        const int keep = std::max(0, m_languages->current());
        m_tags = tags;
        QStringList names;
        for (const QString &tag : std::as_const(m_tags)) names.append(languageName(tag));
        m_languages->setNames(names);
        while (m_languages->count() < names.size()) m_languages->add(names[m_languages->count()]);
        m_languages->setCurrent(std::clamp(keep, 0, std::max(0, int(names.size()) - 1)));
        m_languages->setVisible(names.size() > 1);
    }
    m_refreshing = true;
    setTextQuietly(m_prompt, inLanguage(content.value("prompt"_L1), language()));
    setTextQuietly(m_knowledge, inLanguage(content.value("knowledge"_L1), language()));
    for (QPlainTextEdit *edit : {m_prompt, m_knowledge, m_examples}) edit->setReadOnly(m_content.isReadOnly());
    refreshIntents();
    m_refreshing = false;
    showIntent();
    m_tryIt->setLanguage(language());
}

void PromptsPage::refreshIntents()
{
    const QJsonArray intents = m_content.content().value("intents"_L1).toArray();
    const int keep = std::max(0, m_intents->currentRow());
    while (m_intents->count() > intents.size()) delete m_intents->takeItem(m_intents->count() - 1);
    while (m_intents->count() < intents.size()) m_intents->addItem(QString());
    for (int i = 0; i < intents.size(); ++i) {
        const QJsonValue intent = intents.at(i);
        const auto examples = intent["examples"_L1][language()].toArray().size();
        m_intents->item(i)->setText(intent["name"_L1].toString());
        m_intents->item(i)->setToolTip(tr("%n example(s)", nullptr, int(examples)));
        m_intents->item(i)->setIcon(examples < 3 ? kit::icon("triangle-alert", kit::Meaning::Warning) : kit::icon("message-circle-question-mark", kit::Meaning::Caller));
    }
    if (m_intents->count() > 0) m_intents->setCurrentRow(std::min(keep, m_intents->count() - 1));
}

void PromptsPage::showIntent()
{
    const QJsonArray intents = m_content.content().value("intents"_L1).toArray();
    const int row = currentIntent();
    m_intentForm->setEnabled(row >= 0 && row < intents.size() && !m_content.isReadOnly());
    const QJsonValue intent = row >= 0 && row < intents.size() ? intents.at(row) : QJsonValue();
    m_refreshing = true;
    if (m_intentName->text() != intent["name"_L1].toString()) m_intentName->setText(intent["name"_L1].toString());
    QStringList lines, shown;
    for (const QJsonValue &line : intent["examples"_L1][language()].toArray()) lines.append(line.toString());
    for (const QString &line : m_examples->toPlainText().split(u'\n'))
        if (!line.trimmed().isEmpty()) shown.append(line.trimmed());
    if (lines != shown) m_examples->setPlainText(lines.join(u'\n'));
    m_examplesCount->setText(lines.size() < 6 ? tr("%n example(s); six or more are understood well", nullptr, int(lines.size()))
                                              : tr("%n example(s)", nullptr, int(lines.size())));
    m_refreshing = false;
}

void PromptsPage::editIntent(const QString &key, const QJsonValue &value, const char *label)
{
    const int row = currentIntent();
    if (row < 0) return;
    const QString pointer = u"/intents/%1/%2"_s.arg(row).arg(key);
    m_content.setValue(pointer, value, {label, m_intents->item(row)->text(), pointer});
}

void PromptsPage::addIntent()
{
    QJsonArray intents = m_content.content().value("intents"_L1).toArray();
    // Short ids: outcomes and settings of nodes name intents by them.
    QSet<QString> taken;
    for (const QJsonValue &intent : std::as_const(intents)) taken.insert(intent["id"_L1].toString());
    int number = int(intents.size()) + 1;
    while (taken.contains(u"intent_%1"_s.arg(number))) ++number;
    intents.append(QJsonObject{{u"id"_s, u"intent_%1"_s.arg(number)}, {u"name"_s, tr("new_intent")}, {u"description"_s, QString()}, {u"examples"_s, QJsonObject()}});
    m_content.setValue(u"/intents"_s, intents, {QT_TRANSLATE_NOOP("Edit", "Add intent"), {}, {}});
    m_intents->setCurrentRow(m_intents->count() - 1);
    m_intentName->setFocus();
    m_intentName->selectAll();
}

void PromptsPage::removeIntent()
{
    const int row = currentIntent();
    QJsonArray intents = m_content.content().value("intents"_L1).toArray();
    if (row < 0 || row >= intents.size()) return;
    const QString name = intents.at(row)["name"_L1].toString();
    intents.removeAt(row);
    m_content.setValue(u"/intents"_s, intents, {QT_TRANSLATE_NOOP("Edit", "Delete intent"), name, {}});
}

} // namespace vox
