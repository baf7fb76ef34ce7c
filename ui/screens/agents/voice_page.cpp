#include "ui/screens/agents/voice_page.h"
#include "models/kinds/agents/agent.h"
#include "ui/kit/field_form.h"
#include "ui/kit/roles.h"
#include "ui/kit/theme.h"
#include "ui/screens/agents/form_context.h"
#include <QHBoxLayout>
#include <QJsonArray>
#include <QScrollArea>

namespace vox {

using namespace Qt::StringLiterals;

namespace {

constexpr int widest = 640;

} // namespace

VoicePage::VoicePage(AgentDocumentContent &content, std::function<QStringList(const QString &)> names, QWidget *parent)
    : QWidget(parent), m_content(content), m_names(std::move(names)), m_form(new kit::FieldForm)
{
    for (const FieldInfo &field : agentKind().fields) {
        static const QStringList elsewhere{u"flow"_s, u"intents"_s, u"knowledge"_s, u"prompt"_s};
        if (!elsewhere.contains(field.key)) m_fields.append(field);
    }
    const kit::Theme &theme = kit::Theme::of(this);
    auto *body = new QWidget;
    auto *row = new QHBoxLayout(body);
    const int edge = theme.metrics().grid * 3;
    row->setContentsMargins(edge, edge, edge, edge);
    row->addWidget(m_form, 0, Qt::AlignTop);
    row->addStretch(1);
    m_form->setMaximumWidth(theme.px(widest));
    m_form->setMinimumWidth(theme.px(360));
    m_form->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Preferred);
    row->setStretch(0, 100);
    kit::setSurface(body, kit::Colour::Surface1);
    auto *scroll = new QScrollArea(this);
    scroll->setWidget(body);
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    auto *all = new QHBoxLayout(this);
    all->setContentsMargins(0, 0, 0, 0);
    all->addWidget(scroll);
    connect(m_form, &kit::FieldForm::edited, this, [this](const QString &pointer, const QJsonValue &value) {
        m_content.setValue(pointer, value, {QT_TRANSLATE_NOOP("Edit", "Change settings"), {}, u"agent"_s + pointer});
    });
    connect(&content, &EditedContent::contentChanged, this, &VoicePage::refresh);
    connect(&content, &EditedContent::problemsChanged, this, &VoicePage::refresh);
    refresh();
}

void VoicePage::refresh()
{
    QStringList languages;
    for (const QJsonValue &tag : m_content.content().value("languages"_L1).toArray()) languages.append(tag.toString());
    if (languages != m_languages) {
        m_languages = languages;
        m_form->setContext(agentFormContext(m_content, m_names));
        m_form->setFields(m_fields);
    }
    m_form->setReadOnly(m_content.isReadOnly());
    m_form->setObject(m_content.content());
    m_form->setProblems(m_content.problems());
}

} // namespace vox
