#include "ui/screens/settings/team/provider_buttons.h"
#include "ui/kit/icons.h"
#include "ui/screens/settings/team/section_parts.h"
#include <QHBoxLayout>
#include <QPushButton>

namespace vox {

using namespace Qt::StringLiterals;

ProviderButtons::ProviderButtons(WorkspaceViewModel &model, std::function<JoinRequest()> request, QWidget *parent)
    : QWidget(parent), m_model(model), m_request(std::move(request))
{
    (new QHBoxLayout(this))->setContentsMargins(0, 0, 0, 0);
}

void ProviderButtons::refresh()
{
    QStringList shown{m_model.isBusy() ? u"busy"_s : QString()};
    for (const auto &provider : m_model.providers()) shown << provider.name << provider.label;
    if (std::exchange(m_shown, shown) == shown && layout()->count() > 0) return;
    clearLater(layout());
    for (const auto &provider : m_model.providers()) {
        auto *button = new QPushButton(kit::icon("external-link"), tr("Go on with %1").arg(provider.label));
        button->setToolTip(tr("Opens the browser"));
        button->setEnabled(!m_model.isBusy());
        connect(button, &QPushButton::clicked, this, [this, name = provider.name] {
            m_model.joinThrough(name, m_request(), tr("You are signed in. Close this page and go back to Voxdesk."));
        });
        layout()->addWidget(button);
    }
}

} // namespace vox
