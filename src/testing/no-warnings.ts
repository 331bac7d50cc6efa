/** What Node warns of, such as a deprecated use, fails the file in which it comes up. */
function fail(warning: Error): never {
  throw warning
}

// Files of tests share a process.
if (!process.listeners('warning').some(({ name }) => name === fail.name)) process.on('warning', fail)
