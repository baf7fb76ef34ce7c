#pragma once
#include "app/secrets/sealed_file.h"
#include "app/secrets/secret_place.h"

namespace vox {

// A SealedFile as a place. UI thread; answers before it returns.
class FilePlace final : public SecretPlace {
public:
    explicit FilePlace(const QString &folder) : m_file(folder) {}
    Kind kind() const override { return Kind::File; }

    void read(const QString &name, std::function<void(const Result<std::optional<QByteArray>> &)> done) override
    {
        const auto all = m_file.read();
        if (!all) return done(all.error());
        const auto found = all->constFind(name);
        done(found == all->constEnd() ? std::optional<QByteArray>() : std::optional(*found));
    }
    void write(const QString &name, const QByteArray &value, std::function<void(const Result<void> &)> done) override
    {
        done(m_file.write(name, value));
    }

private:
    SealedFile m_file;
};

} // namespace vox
