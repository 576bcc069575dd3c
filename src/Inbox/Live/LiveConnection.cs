using Microsoft.AspNetCore.Components.Server.Circuits;

namespace MeliBot.Inbox.Live;

/// <summary>Whether one person's browser is there just now.</summary>
internal sealed class LiveConnection : CircuitHandler
{
    public event EventHandler? CameBack;

    public bool IsUp { get; private set; } = true;

    public override Task OnConnectionUpAsync(Circuit circuit, CancellationToken cancellationToken)
    {
        IsUp = true;
        CameBack?.Invoke(this, EventArgs.Empty);
        return Task.CompletedTask;
    }

    public override Task OnConnectionDownAsync(Circuit circuit, CancellationToken cancellationToken)
    {
        IsUp = false;
        return Task.CompletedTask;
    }
}
