#include "app/secrets/keychain_place.h"
#include <qt6keychain/keychain.h>

namespace vox {

using namespace Qt::StringLiterals;

namespace {

const QString kService = u"Voxdesk"_s;

Error errorOf(const QKeychain::Job &job)
{
    const bool absent = job.error() == QKeychain::NoBackendAvailable || job.error() == QKeychain::NotImplemented;
    const auto code = absent ? Error::Code::NotConfigured
        : job.error() == QKeychain::AccessDenied || job.error() == QKeychain::AccessDeniedByUser ? Error::Code::Refused
                                                                                                 : Error::Code::Unreachable;
    return Error(code, {u"keychain"_s}, job.errorString());
}

} // namespace

void KeychainPlace::read(const QString &name, std::function<void(const Result<std::optional<QByteArray>> &)> done)
{
    auto *job = new QKeychain::ReadPasswordJob(kService, &m_jobs);
    job->setInsecureFallback(false);
    job->setKey(name);
    QObject::connect(job, &QKeychain::Job::finished, &m_jobs, [job, done = std::move(done)] {
        if (job->error() == QKeychain::EntryNotFound) return done(std::optional<QByteArray>());
        if (job->error() != QKeychain::NoError) return done(errorOf(*job));
        done(std::optional(job->binaryData()));
    });
    job->start();
}

void KeychainPlace::write(const QString &name, const QByteArray &value, std::function<void(const Result<void> &)> done)
{
    const auto finish = [done = std::move(done)](QKeychain::Job *job) {
        const bool fine = job->error() == QKeychain::NoError || job->error() == QKeychain::EntryNotFound;
        done(fine ? Result<void>() : Result<void>(errorOf(*job)));
    };
    QKeychain::Job *job = nullptr;
    if (value.isEmpty()) {
        job = new QKeychain::DeletePasswordJob(kService, &m_jobs);
    } else {
        auto *write = new QKeychain::WritePasswordJob(kService, &m_jobs);
        write->setBinaryData(value);
        job = write;
    }
    job->setInsecureFallback(false);
    job->setKey(name);
    QObject::connect(job, &QKeychain::Job::finished, &m_jobs, finish);
    job->start();
}

} // namespace vox
