using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using Npgsql;

namespace MeliBot.Contracts;

/// <summary>A PostgreSQL server in a folder of its own, one for all tests of this process. Skips where PostgreSQL isn't installed.</summary>
public static class PostgresServer
{
    private const string Empty = "DELETE FROM parked; DELETE FROM changes; DELETE FROM hosts; DELETE FROM leases; DELETE FROM records; DELETE FROM state; DELETE FROM turns; DELETE FROM drafts; DELETE FROM effects; "
        + "DELETE FROM activities; DELETE FROM signals; DELETE FROM conversations";

    private static readonly Lazy<RunningPostgres?> Server = new(() => RunningPostgres.Start());
    private static readonly ConcurrentBag<string> Emptied = [];
    private static int _schemas;

    /// <summary>Of a schema without rows that nobody else uses.</summary>
    public static string Rent() => Emptied.TryTake(out var store) ? store : NewStore();

    /// <summary>Empties it for the next test: to make the tables anew would take longer than most tests.</summary>
    public static void Return(string store)
    {
        Execute($"SET search_path TO {new NpgsqlConnectionStringBuilder(store).SearchPath}; {Empty}");
        Emptied.Add(store);
    }

    /// <summary>Of an empty schema that nobody else uses.</summary>
    public static string NewStore()
    {
        Assert.SkipWhen(Server.Value is null, "PostgreSQL isn't installed (Debian: apt-get install postgresql), so the store on it isn't tried.");
        var schema = $"store{Interlocked.Increment(ref _schemas).ToString(CultureInfo.InvariantCulture)}";
        Execute($"CREATE SCHEMA {schema}");
        return new NpgsqlConnectionStringBuilder(Server.Value!.ConnectionString) { SearchPath = schema, ApplicationName = schema }.ToString();
    }

    /// <summary>As an administrator, outside every store.</summary>
    public static long Execute(string sql)
    {
        using var connection = new NpgsqlConnection(Server.Value!.ConnectionString);
        connection.Open();
        using var command = new NpgsqlCommand(sql, connection);
        return command.ExecuteScalar() is { } value and not DBNull ? Convert.ToInt64(value, CultureInfo.InvariantCulture) : 0;
    }
}

/// <summary>One server, which ends with this process at the latest.</summary>
public sealed class RunningPostgres : IDisposable
{
    private readonly string _bin;
    private readonly string _folder;
    private Process _process;
    private readonly bool _durable;

    private RunningPostgres(string bin, string folder, bool durable)
    {
        (_bin, _folder, _durable) = (bin, folder, durable);
        Run(Path.Combine(bin, "initdb"), "-D", folder, "-A", "trust", "-U", "postgres", "-E", "UTF8", "--no-locale", "--no-sync");
        _process = Serve();
        AppDomain.CurrentDomain.ProcessExit += (_, _) => Dispose();
    }

    public string ConnectionString => $"Host={_folder};Username=postgres;Database=postgres;Timeout=10";

    /// <summary>Null where PostgreSQL isn't installed.</summary>
    /// <param name="durable">With fsync, as in life; without, tests take less time.</param>
    public static RunningPostgres? Start(bool durable = false)
    {
        if (Find() is not { } bin) return null;
        return new RunningPostgres(bin, Path.Combine(Path.GetTempPath(), "melibot-pg-" + Path.GetRandomFileName().Replace(".", "", StringComparison.Ordinal)), durable);
    }

    /// <summary>Ends it as a power cut would, and starts it again on what it left.</summary>
    public void Restart()
    {
        Stop("-QUIT");
        _process = Serve();
    }

    public void Dispose()
    {
        if (!Directory.Exists(_folder)) return;
        Stop("-QUIT");
        Run("rm", "-rf", _folder);
    }

    private static string? Find()
    {
        var folders = Environment.GetEnvironmentVariable("POSTGRES_BIN") is { Length: > 0 } named ? [named]
            : Directory.Exists("/usr/lib/postgresql") ? Directory.GetDirectories("/usr/lib/postgresql").OrderDescending(StringComparer.Ordinal).Select(folder => Path.Combine(folder, "bin"))
            : (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator);
        return folders.FirstOrDefault(folder => File.Exists(Path.Combine(folder, "initdb")) && File.Exists(Path.Combine(folder, "postgres")));
    }

    // PostgreSQL refuses to be root's.
    private static ProcessStartInfo As(string program, string[] arguments) => Environment.UserName == "root"
        ? new ProcessStartInfo("setpriv", ["--reuid=postgres", "--regid=postgres", "--clear-groups", program, .. arguments])
        : new ProcessStartInfo(program, arguments);

    private static void Run(string program, params string[] arguments)
    {
        var started = As(program, arguments);
        (started.RedirectStandardOutput, started.RedirectStandardError, started.WorkingDirectory) = (true, true, Path.GetTempPath());
        using var process = Process.Start(started)!;
        var output = process.StandardOutput.ReadToEndAsync();
        var error = process.StandardError.ReadToEnd();
        process.WaitForExit();
        if (process.ExitCode != 0)
            throw new InvalidOperationException($"{program} failed: {error} {output.Result}");
    }

    private Process Serve()
    {
        string[] quick = _durable ? [] : ["-c", "fsync=off", "-c", "full_page_writes=off"];
        var started = As(
            Path.Combine(_bin, "postgres"),
            ["-D", _folder, "-k", _folder, "-c", "listen_addresses=", "-c", "max_connections=300", "-c", "shared_buffers=64MB", "-c", "logging_collector=off", "-c", "log_min_messages=fatal", .. quick]);
        (started.RedirectStandardError, started.RedirectStandardOutput, started.WorkingDirectory) = (true, true, Path.GetTempPath());
        var process = Process.Start(started)!;
        process.BeginErrorReadLine();
        process.BeginOutputReadLine();
        for (var tries = 0; tries < 600; tries++)
        {
            try
            {
                using var connection = new NpgsqlConnection(ConnectionString + ";Pooling=false");
                connection.Open();
                return process;
            }
            catch (NpgsqlException) when (!process.HasExited)
            {
                process.WaitForExit(50);
            }
        }

        throw new InvalidOperationException("PostgreSQL was started and doesn't answer.");
    }

    private void Stop(string signal)
    {
        if (!_process.HasExited)
        {
            using var kill = Process.Start("kill", [signal, _process.Id.ToString(CultureInfo.InvariantCulture)]);
            kill.WaitForExit();
            _process.WaitForExit();
        }

        _process.Dispose();
    }
}
