using System.Diagnostics;

namespace MeliBot.Crash.Tests.Stage;

/// <summary>A disk of 8 MiB that can be filled and made read-only. Needs Linux and root.</summary>
internal sealed class SmallDisk : IDisposable
{
    private SmallDisk(string path) => Path = path;

    public string Path { get; }

    private string Filler => System.IO.Path.Combine(Path, "filler");

    /// <summary>Null where this machine or user can't mount one; <paramref name="why"/> says so.</summary>
    public static SmallDisk? Mount(out string why)
    {
        why = "";
        if (!OperatingSystem.IsLinux() || Environment.UserName != "root")
        {
            why = "only root can mount a small disk, and only on Linux";
            return null;
        }

        var path = Directory.CreateTempSubdirectory("melibot-disk-").FullName;
        if (Run("mount", "-t", "tmpfs", "-o", "size=8m", "tmpfs", path) is { } error)
        {
            Directory.Delete(path);
            why = $"a small disk can't be mounted here: {error}";
            return null;
        }

        return new(path);
    }

    public void Fill()
    {
        using var file = new FileStream(Filler, FileMode.Create, FileAccess.Write, FileShare.None, bufferSize: 0);
        var block = new byte[4096];
        try
        {
            while (true)
                file.Write(block);
        }
        catch (IOException)
        {
            // Full.
        }
    }

    public void Empty() => File.Delete(Filler);

    /// <summary>Only while nothing has a file of it open for writing.</summary>
    public void Protect(bool readOnly)
    {
        if (Run("mount", "-o", readOnly ? "remount,ro" : "remount,rw", Path) is { } error)
            throw new InvalidOperationException($"The small disk can't be remounted: {error}");
    }

    public void Dispose()
    {
        Run("umount", "-l", Path);
        Directory.Delete(Path, recursive: true);
    }

    private static string? Run(string program, params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(program, arguments) { UseShellExecute = false, RedirectStandardError = true })!;
        var error = process.StandardError.ReadToEnd().Trim();
        process.WaitForExit();
        return process.ExitCode == 0 ? null : error;
    }
}
