using MeliBot.Benchmarks.Rigs;
using MeliBot.Benchmarks.Running;

namespace MeliBot.Benchmarks.Bars;

/// <summary>B8: resident memory of the host that users run, against bare Kestrel, and with many conversations stored against few.</summary>
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
        var idle = await plan.AlternateAsync($"{Name} idle", "MiB", () => HostAsync(small), BareAsync, warmUp: false);
        var stored = await plan.AlternateAsync($"{Name} stored", "MiB", () => HostAsync(large), () => HostAsync(small), warmUp: false);
        return new Section(
            idle.Line(Name, "resident memory of the idle host, against an idle bare Kestrel", Bar.Most(1.6, 1.3)),
            stored.Line("", $"resident memory with {many:N0} stored conversations, against {few:N0}", Bar.Most(1.25, 1.1)));

        async Task<double> HostAsync(string database)
        {
            using var folder = new WorkFolder();
            await using var host = await Child.HostAsync(await HostSettings.WriteAsync(folder.Path, database));
            await Notice.SendAsync(host.Url, Random.Shared.NextInt64(1, 1_000_000_000));
            await Task.Delay(settle, cancellationToken);
            return host.ResidentMiB();
        }

        async Task<double> BareAsync()
        {
            await using var bare = await Child.ServeAsync(null, "bare");
            await Notice.SendAsync(bare.Url, 1);
            await Task.Delay(settle, cancellationToken);
            return bare.ResidentMiB();
        }
    }
}
