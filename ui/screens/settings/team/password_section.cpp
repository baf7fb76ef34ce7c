#include "ui/screens/settings/team/password_section.h"
#include "ui/kit/roles.h"
#include "ui/screens/settings/team/section_parts.h"
#include <QLineEdit>
#include <QPushButton>

namespace vox {

using namespace Qt::StringLiterals;

PasswordSection::PasswordSection(WorkspaceViewModel &model, QWidget *parent)
    : SettingsSection(u"password"_s, tr("Change your password"), tr("Your other sessions end with it; this one goes on."), parent),
      m_current(formField(true)), m_next(formField(true)), m_keep(new QPushButton(tr("Change the password")))
{
    m_next->setPlaceholderText(tr("twelve characters or more"));
    auto *cancel = new QPushButton(tr("Cancel"));
    kit::setRole(m_keep, kit::ButtonRole::Primary);
    kit::setRole(cancel, kit::ButtonRole::Quiet);
    addRow(tr("Password now"), m_current);
    addRow(tr("New password"), m_next);
    addRow({}, rowOf({m_keep, cancel}, Stretch::None));
    const auto check = [this, &model] { m_keep->setEnabled(!m_current->text().isEmpty() && !m_next->text().isEmpty() && !model.isBusy()); };
    for (QLineEdit *field : {m_current, m_next}) connect(field, &QLineEdit::textChanged, this, check);
    connect(&model, &WorkspaceViewModel::busyChanged, this, check);
    connect(m_next, &QLineEdit::returnPressed, m_keep, &QPushButton::click);
    connect(m_keep, &QPushButton::clicked, this, [this, &model] { model.changePassword(m_current->text(), m_next->text()); });
    connect(cancel, &QPushButton::clicked, this, [this] { setOpen(false); });
    setOpen(false);
}

void PasswordSection::setOpen(bool open)
{
    for (QLineEdit *field : {m_current, m_next}) field->clear();
    m_keep->setEnabled(false);
    setVisible(open);
    if (open) m_current->setFocus();
}

} // namespace vox
