using MeliBot.Benchmarks.Load;
using MeliBot.Benchmarks.Rigs;
using MeliBot.Benchmarks.Running;

namespace MeliBot.Benchmarks.Bars;

/// <summary>B8: resident memory of the adapter as a host maps it and of the whole host that users run, against bare Kestrel, and with many conversations stored against few.</summary>
internal sealed class Memory : IBenchmark
{
    public string Name => "B8";

    public async Task<Section> RunAsync(Plan plan, CancellationToken cancellationToken)
    {
        if (!OperatingSystem.IsLinux())
            return Section.Skipped(Name, "memory", "it reads /proc.");
        var (few, many) = (plan.Count(1_000, 100), plan.Count(1_000_000, 200));
        var (small, large) = (await Stored.WithAsync(few), await Stored.WithAsync(many));
        var settle = plan.Time(12);
        var adapter = await plan.AlternateAsync($"{Name} adapter", "MiB", AdapterAsync, BareAsync, warmUps: 0);
        var idle = await plan.AlternateAsync($"{Name} idle", "MiB", () => HostAsync(small), BareAsync, warmUps: 0);
        var worked = await plan.AlternateAsync($"{Name} worked", "MiB", () => WorkedAsync(small), WorkedWebAsync, warmUps: 0);
        var stored = await plan.AlternateAsync($"{Name} stored", "MiB", () => HostAsync(large), () => HostAsync(small), warmUps: 0);
        return new Section(
            adapter.Line(Name, "resident memory of the idle adapter, as in B1, against an idle bare Kestrel", Bar.Most(1.6, 1.3)),
            idle.Line("", "the whole host, `melibot serve`: playbook, understanding and pages beside the adapter", Bar.Most(1.6, 1.3)),
            worked.Line("", "the same after a burst of notifications, against the app of `dotnet new web` after the same", null),
            stored.Line("", $"resident memory with {many:N0} stored conversations, against {few:N0}", Bar.Most(1.25, 1.1)));

        async Task<double> HostAsync(string database)
        {
            using var folder = new WorkFolder();
            await using var host = await Child.HostAsync(await HostSettings.WriteAsync(folder.Path, database));
            return await RestAsync(host, Random.Shared.NextInt64(1, 1_000_000_000));
        }

        async Task<double> WorkedAsync(string database)
        {
            using var folder = new WorkFolder();
            await using var host = await Child.HostAsync(await HostSettings.WriteAsync(folder.Path, database));
            return await WorkAsync(host, Random.Shared.NextInt64(1, 1_000_000_000));
        }

        async Task<double> WorkedWebAsync()
        {
            await using var web = await Child.ServeAsync(null, "web");
            return await WorkAsync(web, 1);
        }

        async Task<double> WorkAsync(Child server, long first)
        {
            await Notifications.SendAsync(server, plan.Time(2), plan.Time(8), first);
            await Task.Delay(settle, cancellationToken);
            return server.ResidentMiB();
        }

        async Task<double> AdapterAsync()
        {
            using var folder = new WorkFolder();
            await using var host = await Child.ServeAsync(null, "ack", "--database", folder.Database);
            return await RestAsync(host, 1);
        }

        async Task<double> BareAsync()
        {
            await using var bare = await Child.ServeAsync(null, "bare");
            return await RestAsync(bare, 1);
        }

        async Task<double> RestAsync(Child server, long question)
        {
            await Notice.SendAsync(server.Url, question);
            await Task.Delay(settle, cancellationToken);
            return server.ResidentMiB();
        }
    }
}
