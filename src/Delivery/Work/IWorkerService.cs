using Microsoft.Extensions.Hosting;

namespace MeliBot.Delivery.Work;

/// <summary>A service that does the work behind what was taken in. Hosts that only take in, or only show, leave it out.</summary>
public interface IWorkerService : IHostedService;
