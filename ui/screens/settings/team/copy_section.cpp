#include "ui/screens/settings/team/copy_section.h"
#include "ui/kit/theme.h"
#include "ui/screens/settings/team/section_parts.h"
#include <QCheckBox>
#include <QComboBox>
#include <QGridLayout>
#include <QPushButton>

namespace vox {

using namespace Qt::StringLiterals;

CopySection::CopySection(WorkspaceViewModel &model, QWidget *parent)
    : SettingsSection(u"copy"_s, tr("Copy agents into a team's workspace"),
                      tr("The copies begin there without a history. Conversations and recordings are not copied."), parent),
      m_model(model), m_target(new QComboBox), m_button(new QPushButton(tr("Copy into the team")))
{
    auto *list = new QWidget;
    m_grid = new QGridLayout(list);
    m_grid->setContentsMargins(0, 0, 0, 0);
    addWide(list);
    m_target->setMinimumWidth(kit::Theme::of(this).px(240));
    m_target->setAccessibleName(tr("Into"));
    addRow(tr("Into"), rowOf({m_target, m_button}, Stretch::None));
    connect(m_button, &QPushButton::clicked, this, &CopySection::copy);
}

void CopySection::copy()
{
    QList<DocumentId> chosen;
    for (const auto &[agent, box] : std::as_const(m_boxes))
        if (box->isChecked()) chosen.append(agent);
    for (const KnownWorkspace &known : m_model.known())
        if (known.folder == m_target->currentData().toString()) m_model.copyInto(known, chosen);
}

void CopySection::refresh()
{
    QList<KnownWorkspace> targets;
    for (const KnownWorkspace &known : m_model.known())
        if (known.isTeam() && !m_model.isOpen(known)) targets.append(known);
    setVisible(!m_model.isTeam() && !targets.isEmpty() && !m_model.agents().isEmpty());
    m_button->setEnabled(!m_model.isBusy());
    if (m_target->count() != targets.size()) {
        m_target->clear();
        for (const KnownWorkspace &target : std::as_const(targets)) m_target->addItem(target.name, target.folder);
    }
    QList<DocumentId> shown;
    for (const AgentRow &agent : m_model.agents()) shown.append(agent.id);
    if (shown == m_shown) return; // what was chosen stays chosen
    m_shown = shown;
    m_boxes.clear();
    clearLater(m_grid);
    for (const AgentRow &agent : m_model.agents()) {
        auto *box = new QCheckBox(agent.name);
        box->setChecked(true);
        m_grid->addWidget(box, int(m_boxes.size()) / 2, int(m_boxes.size()) % 2);
        m_boxes.append({agent.id, box});
    }
}

} // namespace vox
