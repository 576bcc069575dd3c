using MeliBot.Dialogs.Playbooks;

namespace MeliBot.Dialogs.Tests.Playbooks;

/// <summary>Playbooks in memory.</summary>
internal static class Files
{
    public static PlaybookReading Of(params (string Path, string Text)[] files) => PlaybookReader.Read(Folder(files));

    public static MemoryFolder Folder(params (string Path, string Text)[] files) => new("shop", files.Select(f => PlaybookFile.Of(f.Path, f.Text)));
}
