#include "app/api/disk_room.h"
#include <QFile>
#include <filesystem>

namespace vox {

bool DiskRoom::isFull()
{
    using Steady = std::chrono::steady_clock;
    const auto now = Steady::now().time_since_epoch();
    auto asked = m_asked.load();
    if (now - Steady::duration(asked) < std::chrono::seconds(1)) return m_full;
    if (!m_asked.compare_exchange_strong(asked, now.count())) return m_full; // another thread asks
    std::error_code failed;
    const auto space = std::filesystem::space(QFile::encodeName(m_folder).toStdString(), failed);
    m_full = !failed && qint64(space.available) < m_least;
    return m_full;
}

} // namespace vox
