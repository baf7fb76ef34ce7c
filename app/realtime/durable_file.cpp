#include "app/realtime/journal_writer.h"
#include <cerrno>
#include <cstring>

#ifdef _WIN32
#include <fcntl.h>
#include <io.h>
#include <sys/stat.h>
#else
#include <fcntl.h>
#include <unistd.h>
#endif

namespace vox {

namespace {

#ifdef _WIN32
int openAt(const std::filesystem::path &path)
{
    return _wopen(path.c_str(), _O_WRONLY | _O_CREAT | _O_BINARY | _O_NOINHERIT, _S_IREAD | _S_IWRITE);
}
bool cutAt(int file, std::uint64_t bytes) { return _chsize_s(file, std::int64_t(bytes)) == 0 && _lseeki64(file, 0, SEEK_END) >= 0; }
long writeSome(int file, std::string_view bytes) { return _write(file, bytes.data(), unsigned(std::min<std::size_t>(bytes.size(), 1u << 30))); }
bool syncFile(int file) { return _commit(file) == 0; }
void closeFile(int file) { _close(file); }
#else
int openAt(const std::filesystem::path &path) { return ::open(path.c_str(), O_WRONLY | O_CREAT | O_CLOEXEC, 0600); }
bool cutAt(int file, std::uint64_t bytes) { return ::ftruncate(file, off_t(bytes)) == 0 && ::lseek(file, 0, SEEK_END) >= 0; }
long writeSome(int file, std::string_view bytes) { return ::write(file, bytes.data(), bytes.size()); }
bool syncFile(int file) { return ::fdatasync(file) == 0; }
void closeFile(int file) { ::close(file); }
#endif

class AppendedFile final : public DurableFile {
public:
    explicit AppendedFile(int file) : m_file(file) {}
    ~AppendedFile() override { closeFile(m_file); }

    bool write(std::string_view bytes) override
    {
        while (!bytes.empty()) {
            const long written = writeSome(m_file, bytes);
            if (written < 0 && errno == EINTR) continue;
            if (written <= 0) return false;
            bytes.remove_prefix(std::size_t(written));
        }
        return true;
    }

    bool sync() override { return syncFile(m_file); }

private:
    int m_file;
};

} // namespace

std::unique_ptr<DurableFile> DurableFile::open(const std::filesystem::path &path, std::uint64_t keepBytes, std::string &why)
{
    const int file = openAt(path);
    if (file >= 0 && cutAt(file, keepBytes)) return std::make_unique<AppendedFile>(file);
    why = std::strerror(errno);
    if (file >= 0) closeFile(file);
    return nullptr;
}

} // namespace vox
