#include "ui/viewmodels/team_view_model.h"

namespace vox {

namespace {
constexpr int soonMs = 200; // several events of one step become one question
}

TeamViewModel::TeamViewModel(SyncDriver *sync, Permission needs, QObject *parent) : QObject(parent), m_sync(sync), m_needs(needs)
{
    m_soon.setSingleShot(true);
    m_soon.setInterval(soonMs);
    connect(&m_soon, &QTimer::timeout, this, &TeamViewModel::refresh);
    if (!sync) return;
    connect(sync, &SyncDriver::meChanged, this, [this] {
        emit changed();
        m_soon.start();
    });
    connect(sync, &SyncDriver::happened, this, [this](const FeedEntry &entry) {
        if (concerns(entry.type)) m_soon.start();
    });
}

TeamViewModel::State TeamViewModel::state() const
{
    if (!hasServer()) return State::Local;
    if (!m_sync->may(m_needs)) return State::Forbidden;
    if (m_error) return State::Failed;
    return m_read ? State::Ready : State::Loading;
}

void TeamViewModel::refresh()
{
    if (hasServer() && m_sync->may(m_needs)) ask();
    else emit changed();
}

void TeamViewModel::loaded()
{
    m_read = true;
    m_error.reset();
    emit changed();
}

void TeamViewModel::lost(const Error &error)
{
    m_error = error;
    emit changed();
}

} // namespace vox
