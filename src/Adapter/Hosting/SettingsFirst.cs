using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;

namespace MeliBot.Adapter.Hosting;

/// <summary>
/// The first service that a host builds: checks all settings at once. Without it the first other service that reads a wrong setting while it
/// is built would hide the rest of the list.
/// </summary>
internal sealed class SettingsFirst : IHostedService
{
    public SettingsFirst(IStartupValidator validator) => validator.Validate();

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
