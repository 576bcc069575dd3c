using System.Threading.Channels;

namespace MeliBot.Delivery.Work;

internal sealed class WorkAlarm : IWorkAlarm
{
    private readonly Channel<bool>[] _bells = [Bell(), Bell(), Bell()];

    public void Ring(WorkKind work) => _bells[(int)work].Writer.TryWrite(true);

    public async ValueTask WaitAsync(WorkKind work, CancellationToken cancellationToken)
        => await _bells[(int)work].Reader.ReadAsync(cancellationToken);

    private static Channel<bool> Bell()
        => Channel.CreateBounded<bool>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });
}
