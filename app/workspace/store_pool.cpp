#include "app/workspace/store_pool.h"

namespace vox {

StorePool::StorePool(OpenStore open, std::unique_ptr<Store> first) : m_open(std::move(open)), m_first(std::move(first))
{
    m_writer.setMaxThreadCount(1);
    m_readers.setMaxThreadCount(2);
    // Threads that stay keep their caches warm.
    m_writer.setExpiryTimeout(-1);
    m_readers.setExpiryTimeout(-1);
}

StorePool::~StorePool() { finish(); }

void StorePool::finish()
{
    m_readers.waitForDone();
    m_writer.waitForDone();
}

Result<std::unique_ptr<Store>> StorePool::takeReader()
{
    {
        QMutexLocker lock(&m_mutex);
        if (!m_idle.empty()) {
            auto store = std::move(m_idle.back());
            m_idle.pop_back();
            return store;
        }
    }
    return m_open();
}

void StorePool::afterWrites(std::function<void()> tell)
{
    QMutexLocker lock(&m_mutex);
    m_tell = std::move(tell);
}

void StorePool::wrote()
{
    QMutexLocker lock(&m_mutex);
    if (m_tell) m_tell();
}

void StorePool::giveReader(std::unique_ptr<Store> store)
{
    QMutexLocker lock(&m_mutex);
    m_idle.push_back(std::move(store));
}

} // namespace vox
