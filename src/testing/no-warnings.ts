/** What Node warns of, such as a deprecated use, fails the file in which it comes up. */
process.on('warning', warning => {
  throw warning
})
