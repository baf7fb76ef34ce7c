#include "ui/screens/settings/team/certificate_section.h"
#include "ui/kit/icons.h"
#include "ui/kit/roles.h"
#include "ui/kit/text_block.h"
#include "ui/kit/theme.h"
#include "ui/screens/settings/team/section_parts.h"
#include <QPushButton>

namespace vox {

using namespace Qt::StringLiterals;

CertificateSection::CertificateSection(WorkspaceViewModel &model, QWidget *parent)
    : SettingsSection(u"certificate"_s, tr("Compare the server's certificate"), {}, parent), m_model(model), m_text(new kit::TextBlock),
      m_fingerprint(new kit::TextBlock({}, kit::TextStyle::Mono))
{
    m_fingerprint->setMinimumHeight(2 * kit::Theme::of(this).px(22));
    auto *same = new QPushButton(kit::icon("shield"), tr("It is the same: trust it")), *cancel = new QPushButton(tr("Do not trust it"));
    kit::setRole(same, kit::ButtonRole::Primary);
    kit::setRole(cancel, kit::ButtonRole::Quiet);
    addWide(m_text);
    addRow(tr("Fingerprint (SHA-256)"), m_fingerprint);
    addRow({}, rowOf({same, cancel}, Stretch::None));
    connect(same, &QPushButton::clicked, &model, &WorkspaceViewModel::trust);
    connect(cancel, &QPushButton::clicked, &model, &WorkspaceViewModel::distrust);
    connect(&model, &WorkspaceViewModel::certificateChanged, this, &CertificateSection::refresh);
    refresh();
}

void CertificateSection::refresh()
{
    const QByteArray &fingerprint = m_model.unknownCertificate();
    m_text->setText(m_model.isCertificateChanged()
                        ? tr("This server shows another certificate than the one you trusted. It may have been renewed, or somebody stands between you and it. "
                             "Nothing was sent. Compare the new fingerprint with whoever runs the server.")
                        : tr("Nobody this computer knows vouches for this server. That is usual for a server of one's own. Compare the fingerprint with whoever "
                             "runs it; nothing was sent yet."));
    m_text->setMeaning(m_model.isCertificateChanged() ? kit::Meaning::Error : kit::Meaning::Neutral);
    m_fingerprint->setText(readableFingerprint(fingerprint));
    setVisible(!fingerprint.isEmpty());
    if (!fingerprint.isEmpty()) emit appeared();
}

} // namespace vox
