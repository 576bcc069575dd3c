namespace MeliBot.Simulator;

/// <summary>Uploaded files: each waits two days for its message.</summary>
public sealed class FileShelf
{
    public const int MaxBytes = 25 * 1024 * 1024;
    public static readonly TimeSpan Life = TimeSpan.FromHours(48);

    private readonly WorldCore _core;
    private readonly Dictionary<string, (WorldFile File, byte[] Content, bool Used)> _files = new(StringComparer.Ordinal);

    internal FileShelf(WorldCore core) => _core = core;

    public WorldFile Add(long userId, string name, string type, byte[] content, bool threat = false)
    {
        lock (_core.Gate)
        {
            var file = new WorldFile { Id = $"{userId}_{_core.Uuid()}{Path.GetExtension(name)}", Name = name, Type = type, Size = content.Length, Threat = threat, Created = _core.Now };
            _files.Add(file.Id, (file, content, false));
            return file;
        }
    }

    public WorldFile? Find(string id)
    {
        lock (_core.Gate) return Content(id) is null ? null : _files[id].File;
    }

    public byte[]? Content(string id)
    {
        lock (_core.Gate) return _files.TryGetValue(id, out var file) && (file.Used || !IsDead(file.File)) ? file.Content : null;
    }

    /// <summary>The files of these keys, from now on a message's; null when one is unknown or was deleted.</summary>
    internal IReadOnlyList<WorldFile>? Take(IReadOnlyList<string> ids)
    {
        lock (_core.Gate)
        {
            if (!ids.All(id => _files.TryGetValue(id, out var file) && (file.Used || !IsDead(file.File)))) return null;
            foreach (var id in ids) _files[id] = _files[id] with { Used = true };
            return [.. ids.Select(id => _files[id].File)];
        }
    }

    private bool IsDead(WorldFile file) => _core.Now - file.Created > Life;
}
